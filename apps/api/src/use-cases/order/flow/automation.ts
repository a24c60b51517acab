import { type Tx, transact } from '@tradeline/db';
import { settingStore } from '@tradeline/db/stores';
import { GRADES } from '@tradeline/domain/credit';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import * as z from 'zod';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { type By, record } from '../../record.ts';

export const AUTO_CONFIRM = 'auto_confirm';

/** Ways an order can have come to us that a rule may name. */
export const orderChannels = ['portal', 'replacement'] as const;

/** What of an order's way happens by itself. A new company does every step by hand. */
export const automation = z.strictObject({
  confirm: z.boolean().default(false),
  rule: z
    .strictObject({
      maxAmount: z.number().int().min(0).max(1_000_000_000_000).transform(minor).nullable(),
      minOrders: z.number().int().min(0).max(1_000),
      notOverdue: z.boolean(),
      inStock: z.boolean(),
      listPrices: z.boolean(),
      channels: z.array(z.enum(orderChannels)).max(orderChannels.length),
      minGrade: z.enum(GRADES).nullable(),
    })
    .default({
      maxAmount: minor(500_000),
      minOrders: 3,
      notOverdue: true,
      inStock: true,
      listPrices: true,
      channels: ['portal'],
      minGrade: null,
    }),
  /** The review of what is left to people begins without a press. */
  startReview: z.boolean().default(false),
  /** Picking begins when an order is confirmed, and released where that is asked for. */
  startPicking: z.boolean().default(false),
});
export type Automation = z.output<typeof automation>;

export const automationNow = async (tx: Tx): Promise<{ automation: Automation; version: number }> => {
  const row = await settingStore.find(tx, AUTO_CONFIRM);
  return { automation: automation.parse(row?.value ?? {}), version: row?.version ?? 0 };
};

/** Saves over the version that was read. Orders that come from now on go by it. */
export const saveAutomation = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  fromVersion: number,
  wish: Automation,
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await settingStore.find(tx, AUTO_CONFIRM);
    if (!(await settingStore.save(tx, AUTO_CONFIRM, wish, fromVersion, by.staff.name)))
      return err({ kind: 'settings-moved-on' });
    await record(tx, by, {
      action: 'settings.auto-confirm',
      subject: { type: 'settings', id: AUTO_CONFIRM },
      before: before?.value ?? null,
      after: wish,
    });
    return ok(true);
  });
