import { Button, buttonClass, Notice } from '@tradeline/ui';
import { ExternalLink, RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { useWords } from '../../lib/words.ts';
import type { Check } from './pay-form.tsx';
import { channelText, type Payment } from './pay-words.ts';
import { QrCode } from './qr-code.tsx';
import { clockText, useTimeLeft } from './use-time-left.ts';

/** The gateway is asked this often while somebody waits before the code, and when he comes back to the window. */
const ASK_MS = 8_000;

/** The code to scan, or the way to the gateway's page, while we wait for the money. */
export const PayCode = ({
  payment,
  attempt,
  answeredAt,
  check,
  paying,
}: {
  payment: Payment;
  attempt: NonNullable<Payment['attempt']>;
  answeredAt: number;
  check: Check;
  /** The same payment once more: inside WeChat, its window. */
  paying: { begin: () => void; isPending: boolean };
}) => {
  const words = useWords();
  const { t, money } = words;
  const { orderId } = payment;
  const ask = check.mutate;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') ask({ orderId });
    };
    const timer = setInterval(look, ASK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [orderId, ask]);
  const left = useTimeLeft(attempt.expiresAt, payment.now, answeredAt);
  const channel = channelText(attempt.channel, t);
  const { invitation } = attempt;
  if (!invitation) return null;
  const inside = invitation.kind === 'bridge';
  const address = addressOf(invitation);
  return (
    <div className="flex flex-col items-center gap-4 border-t border-line pt-5 text-center">
      {invitation.kind === 'code' && (
        <>
          <p className="text-md font-medium">{t.pay_scan({ channel })}</p>
          <QrCode text={invitation.code} label={t.pay_code_label({ channel, amount: money(attempt.amount) })} />
        </>
      )}
      {!inside && <p className="text-2xl font-semibold tabular">{money(attempt.amount)}</p>}
      <p className="text-sm text-muted tabular">
        {inside ? t.pay_request_valid({ time: clockText(left) }) : t.pay_code_valid({ time: clockText(left) })}
      </p>
      <div className="flex w-full flex-col justify-center gap-2 sm:w-auto sm:flex-row">
        {address && (
          <a
            href={address}
            {...(invitation.kind === 'code' ? { target: '_blank', rel: 'noreferrer' } : {})}
            className={buttonClass({ look: invitation.kind === 'code' ? 'secondary' : 'primary', size: 'lg' })}
          >
            <ExternalLink aria-hidden />
            {t.pay_open_page()}
          </a>
        )}
        {inside && (
          <Button look="primary" size="lg" pending={paying.isPending} onPress={paying.begin}>
            {t.pay_go({ amount: money(attempt.amount) })}
          </Button>
        )}
        <Button size="lg" pending={check.isPending} onPress={() => ask({ orderId })}>
          <RefreshCw aria-hidden />
          {t.pay_i_paid()}
        </Button>
      </div>
      <p role="status" className="text-sm text-muted">
        {check.isSuccess ? t.pay_still_open() : t.pay_waiting()}
      </p>
      {Boolean(check.error) && (
        <Notice tone="danger" live>
          {problemText(check.error, words)}
        </Notice>
      )}
    </div>
  );
};

type Invitation = NonNullable<NonNullable<Payment['attempt']>['invitation']>;

/** Some codes are an address that a browser can open as well as a camera. */
const addressOf = (invitation: Invitation): string | undefined => {
  if (invitation.kind === 'address') return invitation.address;
  return invitation.kind === 'code' && /^https?:\/\//u.test(invitation.code) ? invitation.code : undefined;
};
