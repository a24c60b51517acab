type Address = {
  contactName: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  street: string;
  postalCode?: string | null | undefined;
};

/** Province, city and district are written without repeating a municipality's name. */
export const addressText = ({ province, city, district, street }: Omit<Address, 'contactName' | 'phone'>): string =>
  [...new Set([province, city, district, street].filter(Boolean))].join(' ');

/** To whom and where. */
export const AddressLines = ({ address }: { address: Address }) => (
  <>
    <span className="block">
      {address.contactName} <span className="tabular ml-1 text-muted">{address.phone}</span>
    </span>
    <span className="block text-sm text-muted">
      {addressText(address)}
      {address.postalCode ? `  ${address.postalCode}` : ''}
    </span>
  </>
);
