import { Button, Notice } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { actionText, actorText } from '../../lib/action-words.ts';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import type { Order } from './order-page.tsx';

/** Somebody was faster: who did what, and that the page already shows the order as it is now. */
export const MovedOnNotice = ({
  order,
  since,
  onDismiss,
}: {
  order: Order;
  /** The version on which my step was built. */
  since: number;
  onDismiss: () => void;
}) => {
  const t = useText();
  const { language } = useLanguage();
  const news = order.events.filter((event) => event.version > since);
  return (
    <Notice
      tone="warning"
      live
      title={t.moved_on_title()}
      action={
        <Button size="sm" onPress={onDismiss}>
          {t.moved_on_ok()}
        </Button>
      }
    >
      {news.map((event) => (
        <p key={event.version}>
          {t.moved_on_by({
            name: actorText(event, t),
            action: actionText(event.action, t),
            at: formatInstant(event.at, language, 'time'),
          })}
        </p>
      ))}
    </Notice>
  );
};
