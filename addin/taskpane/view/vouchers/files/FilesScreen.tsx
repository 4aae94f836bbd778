import type { ReactElement } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { totalOfFiles } from '../../../../../shared/domain/vouchers/files/heldTotals.ts';
import {
  isWhole,
  kindsOf,
  totalsFor,
  type OrderFile,
  type OrderFileKind,
} from '../../../../../shared/flows/vouchers/orderFiles.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/filesPane.ts';
import type { VoucherScreen } from '../../../model/vouchersState.ts';
import { FindingList } from '../../FindingList.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useLook } from '../../look.ts';
import { useVouchers } from '../useVouchers.ts';
import { FilePreview } from './FilePreview.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { TotalsTable } from './TotalsTable.tsx';

type FilesScreenState = Extract<VoucherScreen, { name: 'voucherFiles' }>;

function FileCard({ file }: { readonly file: OrderFile }): ReactElement {
  const look = useLook();
  const start = useVouchers();
  const { name, control, content, preview } = file;
  return (
    <li className={look.card}>
      <h3 className={look.title}>{name}</h3>
      <Text size={200}>{text.fileSize(control.lines, control.vouchers, control.amounts.face)}</Text>
      <FilePreview label={text.previewOf(name)} rows={preview} />
      <Button
        appearance="primary"
        icon={<ArrowDownloadRegular />}
        disabled={!content}
        aria-label={text.downloadOf(name)}
        onClick={() => start((tasks) => tasks.files.download(file))}
      >
        {text.downloadAction}
      </Button>
    </li>
  );
}

function KindField({ screen: { order, request } }: { readonly screen: FilesScreenState }): ReactElement {
  const start = useVouchers();
  const choose = (kind: OrderFileKind) => start((tasks) => tasks.files.choose(order, { kind }));
  return (
    <Field label={text.kindLabel}>
      <Select value={request.kind} onChange={(_, { value }) => choose(value as OrderFileKind)}>
        {kindsOf(order).map((kind) => (
          <option key={kind} value={kind}>
            {text.kindNames[kind]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What can be given of a validated order: seen and held to the sheet before it is downloaded. */
export function FilesScreen({ screen }: { readonly screen: FilesScreenState }): ReactElement {
  const look = useLook();
  const { order, request, made } = screen;
  const { regulation, month, issuer } = order.input;
  const isRefused = made.findings.some(({ severity }) => severity === 'error');
  const isOff = made.findings.some(({ code }) => code === 'voucherFileTotals');
  return (
    <>
      <ScreenTitle>{text.filesTitle(order.number)}</ScreenTitle>
      <Text>{text.filesOf(regulation, month, issuer)}</Text>
      <KindField screen={screen} />
      {request.kind === 'order' ? <TemplateChoice order={order} request={request} /> : null}
      <FindingList findings={made.findings} />
      {made.files.length > 0 ? (
        <>
          <TotalsTable
            name={isWhole(request.kind) ? text.totalsSheet : text.totalsPaper}
            sheet={totalsFor(order, request.kind)}
            files={totalOfFiles(made.files)}
            isEqual={!isOff}
          />
          {isRefused ? <Text>{text.refusedFiles}</Text> : null}
          <ul className={look.plain}>
            {made.files.map((file) => (
              <FileCard key={file.name} file={file} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
