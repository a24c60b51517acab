import { instant } from '@tradeline/domain/kernel';
import { divideHalfUp, minor } from '@tradeline/domain/money';
import {
  approvalStates,
  type CollectionState,
  chargeStatus,
  collectionsStatus,
  type DisplayStatus,
  displayStatus,
  goodsStatus,
  isOrderAction,
  machines,
  newLine,
  type OrderCommand,
  type OrderFacts,
  type OrderRole,
  type ParcelState,
  parcelsStatus,
  statusOf,
  step,
} from '@tradeline/domain/order';
import { emptyBalance, foldStock, type StockEntry } from '@tradeline/domain/inventory';
import { referenceMachines } from './reference-machines.ts';

const kebab = (text: string): string => text.replaceAll('_', '-').replace('canceled', 'cancelled');
const snake = (text: string): string => text.replaceAll('-', '_');
