/** What was noted of each line. */
export type Notes = Readonly<Record<string, string>>;

export const notesOf = (notes: Notes): { orderLineId: string; note: string }[] =>
  Object.entries(notes).flatMap(([orderLineId, note]) => (note.trim() ? [{ orderLineId, note }] : []));
