import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferInsertModel } from 'drizzle-orm';
import sharp from 'sharp';
import type { pictures } from '../../schema/index.ts';
import type { DemoProduct } from '../catalogue/build.ts';
import { idsFrom } from '../ids.ts';
import { type Scene, sceneSvg } from './scene.ts';

export const WIDTHS = [160, 480, 1200];
export type PictureRow = InferInsertModel<typeof pictures>;
export type PlannedPicture = { readonly row: PictureRow; readonly scene: Scene };

const viewsOf = (
  product: DemoProduct,
  index: number,
): readonly (readonly [Scene['view'], zh: string, en: string])[] => {
  const views: (readonly [Scene['view'], string, string])[] = [['single', '主图', 'main view']];
  if (product.colours.length >= 3) views.push(['range', '颜色组合', 'colours']);
  if (product.goods.carton > 1 && index % 3 === 0) views.push(['carton', '整箱', 'carton']);
  return views;
};

/** Which pictures there are: one to three of a product, each under a file stem of its own. */
export const planPictures = (seed: number, products: readonly DemoProduct[]): PlannedPicture[] => {
  const ids = idsFrom(seed, 'pictures');
  return products.flatMap((product, index) =>
    viewsOf(product, index).map(([view, zh, en], position) => ({
      row: {
        id: ids(product.launchedAt),
        productId: product.row.id,
        position,
        stem: `${product.row.number.toLowerCase()}-${position + 1}`,
        widths: WIDTHS,
        alt: { zh: `${product.row.name.zh} ${zh}`, en: `${product.row.name.en}, ${en}` },
      },
      scene: { drawing: product.goods.drawing, colours: product.colours, tint: product.category.tint, view },
    })),
  );
};

/** The drawing is made once; each smaller size is taken from the next larger one. */
const renderOne = async ({ row, scene }: PlannedPicture, folder: string): Promise<void> => {
  let image = await sharp(Buffer.from(sceneSvg(scene)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const width of WIDTHS.toReversed()) {
    const { data, info } = image;
    const raw = { width: info.width, height: info.height, channels: info.channels };
    if (width < info.width)
      image = await sharp(data, { raw }).resize(width).raw().toBuffer({ resolveWithObject: true });
    const sized = { width: image.info.width, height: image.info.height, channels: image.info.channels };
    const file = await sharp(image.data, { raw: sized }).webp({ quality: 84, effort: 0 }).toBuffer();
    await writeFile(join(folder, `${row.stem}-${width}.webp`), file);
  }
};

/** Draws and writes every picture in every width; a second run writes the same files again. */
export const renderPictures = async (
  planned: readonly PlannedPicture[],
  files: string,
  onDone: (done: number) => void,
): Promise<void> => {
  const folder = join(files, 'pictures');
  await mkdir(folder, { recursive: true });
  let [next, done] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let mine = next++; mine < planned.length; mine = next++) {
      await renderOne(planned[mine]!, folder);
      onDone(++done);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
};
