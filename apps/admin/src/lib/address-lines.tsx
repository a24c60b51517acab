type Address = { province: string; city: string; district: string; street: string };

/** Province, city and district are written without repeating a municipality's name. */
export const addressText = ({ province, city, district, street }: Address): string =>
  [...new Set([province, city, district, street].filter(Boolean))].join(' ');
