import type { ProductProblem } from '@tradeline/domain/catalog';
import type { Text } from '../../lib/i18n.tsx';

/** What is wrong with a field, and what would be right. */
export const productProblemText = ({ path, reason, limit }: ProductProblem, t: Text): string => {
  switch (reason) {
    case 'required':
      return t.pe_problem_required();
    case 'too-long':
      return t.pe_problem_too_long({ limit: limit ?? 0 });
    case 'too-many':
      return t.pe_problem_too_many({ limit: limit ?? 0 });
    case 'duplicate':
      return path === 'number' || path.endsWith('itemNumber') ? t.pe_problem_number_taken() : t.pe_problem_duplicate();
    case 'code-shape':
      return t.pe_problem_code();
    case 'not-whole':
      return path.endsWith('cost') || path.endsWith('firstPriceE4') ? t.pe_problem_amount() : t.pe_problem_whole();
    case 'below-least':
      return t.pe_problem_below({ limit: limit ?? 0 });
    case 'no-quantity-fits':
      return t.pe_problem_no_quantity({ limit: limit ?? 0 });
    case 'no-such-value':
      return t.pe_problem_value();
    case 'same-options':
      return t.pe_problem_same_options();
    case 'not-of-category':
      return t.pe_problem_not_of_category();
  }
};

const fields: Record<string, (t: Text) => string> = {
  number: (t) => t.pe_number(),
  'name.zh': (t) => t.pe_name_zh(),
  'name.en': (t) => t.pe_name_en(),
  'summary.zh': (t) => t.pe_summary_zh(),
  'summary.en': (t) => t.pe_summary_en(),
  'description.zh': (t) => t.pe_description_zh(),
  'description.en': (t) => t.pe_description_en(),
  model: (t) => t.pe_model(),
  brandId: (t) => t.pe_brand(),
  categoryId: (t) => t.pe_category(),
  supplierId: (t) => t.pe_supplier(),
  taxRate: (t) => t.pe_tax(),
  tags: (t) => t.pe_tags(),
  keywords: (t) => t.pe_keywords(),
  specification: (t) => t.pe_specification(),
  axes: (t) => t.pe_axes(),
  status: (t) => t.pe_status(),
  publishAt: (t) => t.pe_publish_at(),
  withdrawAt: (t) => t.pe_withdraw_at(),
  plannedAt: (t) => t.pe_planned_at(),
  from: (t) => t.pe_duplicated_from(),
  pictures: (t) => t.pe_pictures(),
  'pictures.order': (t) => t.pe_pictures_order(),
  'picture.alt': (t) => t.pe_alt(),
  'picture.variant': (t) => t.pe_picture_variant(),
  'picture.crop': (t) => t.pe_crop(),
  documents: (t) => t.pe_documents(),
  'documents.order': (t) => t.pe_documents_order(),
  'document.name': (t) => t.pe_document_name(),
  itemNumber: (t) => t.pe_item_number(),
  barcode: (t) => t.pe_barcode(),
  options: (t) => t.pe_options(),
  unit: (t) => t.pe_unit(),
  packUnits: (t) => t.pe_pack_units(),
  cartonQuantity: (t) => t.pe_carton(),
  minQuantity: (t) => t.pe_minimum(),
  multiple: (t) => t.pe_multiple(),
  maxQuantity: (t) => t.pe_maximum(),
  cost: (t) => t.pe_cost(),
  weightGrams: (t) => t.pe_weight(),
  packText: (t) => t.pe_pack_text(),
  firstPriceE4: (t) => t.pe_base_price(),
};

/** The name of a changed field: of the product, or of one of its variants. */
export const fieldText = (field: string, t: Text, attributeName: (code: string) => string): string => {
  if (field.startsWith('attributes.')) return attributeName(field.slice('attributes.'.length));
  const variant = /^variants\/(.*)\/([^/]+)$/.exec(field);
  if (variant) return `${variant[1]} · ${fields[variant[2] ?? '']?.(t) ?? variant[2]}`;
  return fields[field]?.(t) ?? field;
};
