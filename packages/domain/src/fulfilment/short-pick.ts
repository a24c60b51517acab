/** Why a picker could not take what the list asks for, or why it had to leave its box again. */
export const shortReasons = ['missing', 'damaged', 'wrong-goods', 'expired'] as const;
export type ShortReason = (typeof shortReasons)[number];

/** What is to become of units that were not found: owed until more come, or left out of the order for good. */
export const shortRests = ['owe', 'close'] as const;
export type ShortRest = (typeof shortRests)[number];

export type PickFigures = {
  readonly quantity: number;
  readonly picked: number;
  readonly short: number;
  /** No longer wanted: the order was cancelled, or went without being picked. */
  readonly dropped: number;
};

/** Units of a stop that somebody still has to take. */
export const openPicks = ({ quantity, picked, short, dropped }: PickFigures): number =>
  quantity - picked - short - dropped;
