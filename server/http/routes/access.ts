import { z } from 'zod';
import { healthSchema, pairingRequestSchema, pairingSchema } from '../../../shared/contracts/schemas.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';

export function accessOperations({ access, health }: AppPorts): Operation[] {
  return [
    operation({
      id: 'health',
      method: 'get',
      path: '/api/health',
      summary: 'Is the service there, in which version, with which demo account',
      open: true,
      status: 200,
      answer: healthSchema,
      problems: [],
      handle: () => Promise.resolve(health()),
    }),
    operation({
      id: 'pair',
      method: 'post',
      path: '/api/pairing',
      summary: 'Exchange a pairing code, valid once, for a bearer token',
      open: true,
      body: pairingRequestSchema,
      status: 200,
      answer: pairingSchema,
      problems: [400, 403, 429],
      async handle({ body }) {
        const token = await access.pair(body.code);
        return token === undefined ? refuse(403, 'pairingRefused', say.pairingRefused()) : { token };
      },
    }),
  ];
}

/** The OpenAPI document describes itself too. */
export function documentOperation(document: () => Record<string, unknown>): Operation {
  return operation({
    id: 'openapi',
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    open: true,
    status: 200,
    answer: z.record(z.string(), z.unknown()),
    problems: [],
    handle: () => Promise.resolve(document()),
  });
}
