import type { DisplayStatus, PaymentStatus } from '@tradeline/domain/order';
import type { PaperLanguage } from './paper-words.ts';

export const statusWords: Record<PaperLanguage, Record<DisplayStatus, string>> = {
  'zh-CN': {
    draft: '草稿',
    submitted: '已提交',
    'in-review': '审核中',
    'awaiting-payment': '待付款',
    confirmed: '已确认',
    picking: '配货中',
    'partially-shipped': '部分发货',
    shipped: '已发货',
    'in-transit': '运输中',
    delivered: '已签收',
    returning: '退货中',
    refunded: '已退款',
    cancelled: '已取消',
    rejected: '已拒绝',
  },
  en: {
    draft: 'Draft',
    submitted: 'Submitted',
    'in-review': 'In review',
    'awaiting-payment': 'Awaiting payment',
    confirmed: 'Confirmed',
    picking: 'Picking',
    'partially-shipped': 'Partly shipped',
    shipped: 'Shipped',
    'in-transit': 'In transit',
    delivered: 'Delivered',
    returning: 'Returning',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
    rejected: 'Rejected',
  },
};

export const paymentWords: Record<PaperLanguage, Record<PaymentStatus, string>> = {
  'zh-CN': {
    'not-due': '无需付款',
    paid: '已付清',
    unpaid: '未付款',
    'on-terms': '账期内',
    overdue: '已逾期',
    'partially-paid': '部分付款',
    overpaid: '多付待退',
  },
  en: {
    'not-due': 'Nothing due',
    paid: 'Paid',
    unpaid: 'Unpaid',
    'on-terms': 'On terms',
    overdue: 'Overdue',
    'partially-paid': 'Partly paid',
    overpaid: 'Overpaid',
  },
};
