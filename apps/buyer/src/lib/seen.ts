const KEY = 'tradeline.seen';
const AT_MOST = 12;

/** Products looked at in this browser, the last first. Nothing of it is sent anywhere but to ask for their cards. */
export const seenProducts = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, AT_MOST) : [];
  } catch {
    return [];
  }
};

const keep = (ids: readonly string[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing still shows everything else.
  }
};

export const rememberSeen = (id: string): void =>
  keep([id, ...seenProducts().filter((other) => other !== id)].slice(0, AT_MOST));

export const forgetSeen = (): void => keep([]);
