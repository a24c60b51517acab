import type { ReactNode } from 'react';
import { type Bilingual, useBilingual } from './i18n.tsx';
import { type OptionAxis, optionText } from './option-text.ts';
import { Picture, type PictureOf } from './picture.tsx';

export type Goods = {
  itemNumber: string;
  name: Bilingual;
  axes: readonly OptionAxis[];
  options: Readonly<Record<string, string>>;
  picture: PictureOf | null;
};

/** The name of a variant: of its product, with what sets it apart. */
export const useGoodsName = () => {
  const say = useBilingual();
  return ({ name, axes, options }: Pick<Goods, 'name' | 'axes' | 'options'>): string =>
    [say(name), optionText(axes, options, say)].filter(Boolean).join(' ');
};

/** A variant in a row: its picture, its name, its item number. */
export const GoodsCell = ({ goods, link = (name) => name }: { goods: Goods; link?: (name: string) => ReactNode }) => {
  const nameOf = useGoodsName();
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Picture picture={goods.picture} sizes="32px" className="size-8 shrink-0" />
      <span className="flex min-w-0 flex-col">
        <span className="min-w-0">{link(nameOf(goods))}</span>
        <span className="tabular text-sm font-normal text-faint">{goods.itemNumber}</span>
      </span>
    </span>
  );
};
