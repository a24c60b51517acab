import type { ParcelDesk } from '../../ports/carrier.ts';
import { kuaidi100 } from './kuaidi100.ts';

/** As the environment names them: all of them, or none. */
export type DeskSettings = {
  KUAIDI100_URL: string;
  KUAIDI100_KEY?: string | undefined;
  KUAIDI100_CUSTOMER?: string | undefined;
  KUAIDI100_SALT?: string | undefined;
  CARRIER_TIMEOUT_MS: number;
};

/** Who is asked after parcels; nobody when it is not set up. Half of the values stop the start. */
export const openDesk = (settings: DeskSettings, notify: string): ParcelDesk | undefined => {
  const { KUAIDI100_KEY: key, KUAIDI100_CUSTOMER: customer, KUAIDI100_SALT: salt } = settings;
  if (!key && !customer && !salt) return undefined;
  if (!key || !customer || !salt)
    throw new Error('environment: KUAIDI100_KEY, KUAIDI100_CUSTOMER and KUAIDI100_SALT go together');
  return kuaidi100({
    ...{ url: settings.KUAIDI100_URL, key, customer, salt },
    notifyUrl: `${notify}/notify/carrier`,
    timeoutMs: settings.CARRIER_TIMEOUT_MS,
  });
};
