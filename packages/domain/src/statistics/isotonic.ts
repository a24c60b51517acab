export type Block = { readonly weight: number; readonly sum: number; readonly from: number; readonly to: number };

/**
 * Pool adjacent violators: the fewest merges of neighbours after which the means never fall. Input items are in order; a block
 * covers items `from` to `to`, both included.
 */
export const poolAdjacentViolators = (items: readonly { readonly weight: number; readonly sum: number }[]): Block[] => {
  const blocks: Block[] = [];
  for (const [at, item] of items.entries()) {
    let block: Block = { weight: item.weight, sum: item.sum, from: at, to: at };
    let last = blocks.at(-1);
    while (last && last.sum * block.weight >= block.sum * last.weight) {
      block = { weight: last.weight + block.weight, sum: last.sum + block.sum, from: last.from, to: at };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks;
};
