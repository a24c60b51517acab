/**
 * Who can be told of something: the buyer who placed the order; the salesperson who looks after the customer; those of the
 * staff who review orders. Who did it himself is never told.
 */
export type NoticeAudience = 'orderer' | 'sales-rep' | 'reviewers';

/**
 * Which event tells whom. What stands here is a notice; every other event changes screens and rings no bell. Where the
 * customer has no salesperson, what would go to him goes to the reviewers.
 */
export const noticeTable = {
  'order.submit': ['sales-rep', 'reviewers'],
  'order.approve': ['orderer'],
  'order.auto-confirm': ['orderer'],
  'order.reject': ['orderer', 'sales-rep'],
  'order.change': ['orderer'],
  'order.edit': ['orderer', 'sales-rep', 'reviewers'],
  'order.cancel': ['orderer', 'sales-rep', 'reviewers'],
  'order.expire': ['orderer'],
  'order.ship': ['orderer'],
  'order.deliver': ['orderer', 'sales-rep'],
  'order.lose': ['orderer', 'sales-rep'],
  'order.close-rest': ['orderer', 'sales-rep'],
  'order.request-return': ['sales-rep', 'reviewers'],
  'order.approve-return': ['orderer'],
  'order.reject-return': ['orderer'],
  'order.refund-return': ['orderer'],
  'message.posted': ['orderer', 'sales-rep'],
  'message.noted': ['sales-rep'],
} as const satisfies Readonly<Record<string, readonly NoticeAudience[]>>;

export type NoticeKind = keyof typeof noticeTable;
export const noticeKinds = Object.keys(noticeTable) as NoticeKind[];
export const isNoticeKind = (type: string): type is NoticeKind => Object.hasOwn(noticeTable, type);

/** Somebody who can be told. */
export type NoticePerson = { readonly type: 'buyer' | 'staff'; readonly id: string };

/** The people around an order as they stand now; who is no longer active is left out. */
export type NoticePeople = {
  readonly orderer?: NoticePerson | undefined;
  readonly salesRep?: NoticePerson | undefined;
  readonly reviewers: readonly NoticePerson[];
};

const sameAs =
  (one: NoticePerson | undefined) =>
  (other: NoticePerson): boolean =>
    one !== undefined && one.type === other.type && one.id === other.id;

/** Everybody an event tells, each once, in the order of the table. */
export const toldOf = (
  kind: NoticeKind,
  people: NoticePeople,
  actor: NoticePerson | undefined,
): readonly NoticePerson[] => {
  const of: Record<NoticeAudience, readonly NoticePerson[]> = {
    orderer: people.orderer ? [people.orderer] : [],
    'sales-rep': people.salesRep ? [people.salesRep] : people.reviewers,
    reviewers: people.reviewers,
  };
  const told: NoticePerson[] = [];
  for (const person of noticeTable[kind].flatMap((audience) => of[audience]))
    if (!sameAs(actor)(person) && !told.some(sameAs(person))) told.push(person);
  return told;
};
