import { useEffect, useState } from 'react';

/**
 * Milliseconds until a moment by the server's clock, counted down each second; 0 when it is over. `now` is what that
 * clock said when the answer came, so that a wrong clock on this device shortens nobody's time.
 */
export const useTimeLeft = (until: string | null, now: string, answeredAt: number): number => {
  const left = (): number =>
    until === null ? 0 : Math.max(0, Date.parse(until) - Date.parse(now) - (Date.now() - answeredAt));
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return left();
};

/** 29:05 */
export const clockText = (millis: number): string => {
  const seconds = Math.ceil(millis / 1_000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
};
