import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { PdfDocument } from './pdf.ts';

const font = (file: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}.ttf`));
const fonts = {
  Sans: { normal: font('400Regular/NotoSansSC_400Regular'), bold: font('600SemiBold/NotoSansSC_600SemiBold') },
};

pdfmake.setFonts(fonts);
// A document opens our two fonts and nothing else, on this machine or elsewhere.
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts.Sans).includes(path));
pdfmake.setUrlAccessPolicy(() => false);

pdfmake.setTableLayouts({
  rows: {
    hLineWidth: (at, { table }) => (at === 0 ? 0 : at === 1 || at === table.body.length ? 0.8 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (at, { table }) => (at === 1 || at === table.body.length ? '#1c1f23' : '#d5d9df'),
    paddingLeft: (at) => (at === 0 ? 0 : 5),
    paddingRight: (at, { table }) => (at === (table.widths?.length ?? 0) - 1 ? 0 : 5),
    paddingTop: () => 3.5,
    paddingBottom: () => 3,
  },
});

const pageText = {
  'zh-CN': (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  en: (page: number, pages: number) => `Page ${page} of ${pages}`,
};

const MM = 72 / 25.4;
const label = {
  pageSize: { width: 100 * MM, height: 150 * MM },
  pageMargins: 14,
};

/** A page of its kind, with the glyphs that are used and no others inside. */
export const printPdf = ({ title, language, footer, content, page = 'a4' }: PdfDocument): Promise<Uint8Array> =>
  pdfmake
    .createPdf({
      info: { title },
      language,
      ...(page === 'label' ? label : { pageSize: 'A4' as const, pageMargins: [40, 40, 40, 48] as const }),
      defaultStyle: { font: 'Sans', fontSize: 9, lineHeight: 1.25, color: '#1c1f23' },
      styles: {
        shop: { fontSize: 13, bold: true },
        title: { fontSize: 18, bold: true },
        head: { fontSize: 8, color: '#5b6470' },
        faint: { color: '#5b6470' },
        total: { fontSize: 11, bold: true },
      },
      content,
      footer: (at, pages) => ({
        margin: [40, 12, 40, 0],
        fontSize: 8,
        color: '#5b6470',
        columns: [
          { text: footer, width: '*' },
          { text: page === 'label' ? '' : pageText[language](at, pages), width: 'auto', alignment: 'right' },
        ],
      }),
    })
    .getBuffer();
