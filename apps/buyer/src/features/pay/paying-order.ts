const KEY = 'tradeline.paying';

/** The order this browser went away to pay: the gateway's page comes back to one address without it. */
export const rememberPaying = (orderId: string): void => {
  try {
    localStorage.setItem(KEY, orderId);
  } catch {
    // Without a memory he finds the order in his list.
  }
};

export const payingOrder = (): string | undefined => {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
};
