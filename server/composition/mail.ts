import { ok } from '../../shared/domain/result.ts';
import type { MailConfig } from '../config.ts';
import type { Demo } from '../demo/index.ts';
import type { MailRoute } from '../jobs/evening/eveningPorts.ts';
import type { LuccaDoor } from '../jobs/luccaDoor.ts';
import type { Mailer } from '../mail/mail.ts';
import { smtpMailer } from '../mail/smtp.ts';
import type { ConnectionRecord } from '../store/store.ts';

/** Whom the fictional account writes to, so that its letter box shows something. */
const FICTIONAL_CLERK = 'paie@atelier-lumiere.example';

function letterBox({ mailbox }: Demo): Mailer {
  return {
    send: async (mail) => {
      mailbox.receive(mail);
      return ok({ refused: 0 });
    },
  };
}

/** By the server when there is one; else the mail of fictional accounts falls in their letter box, and that of real ones goes nowhere. */
export function mailRoutes(
  config: MailConfig | null,
  demo: Demo | null,
  lucca: Pick<LuccaDoor, 'isFictional'>,
): (connection: Pick<ConnectionRecord, 'host'>) => MailRoute {
  if (config) {
    const route: MailRoute = { kind: 'server', mailer: smtpMailer(config), firstRecipients: config.to };
    return () => route;
  }
  const nowhere: MailRoute = { kind: 'none', mailer: null, firstRecipients: [] };
  if (!demo) return () => nowhere;
  const box: MailRoute = { kind: 'mailbox', mailer: letterBox(demo), firstRecipients: [FICTIONAL_CLERK] };
  return ({ host }) => (lucca.isFictional(host) ? box : nowhere);
}
