import { Button, toast } from '@tradeline/ui';
import { Link2 } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';

/** The address of what is looked at, for a colleague: by the device's own sharing where it has one, else copied. */
export const ShareLink = ({ title }: { title: string }) => {
  const t = useText();
  const share = async () => {
    const url = window.location.href;
    const byDevice = 'share' in navigator && window.matchMedia('(pointer: coarse)').matches;
    if (byDevice) return navigator.share({ title, url }).catch(() => {});
    await navigator.clipboard.writeText(url).then(
      () => toast.success(t.product_share_done()),
      () => toast.error(t.product_share_failed()),
    );
  };
  return (
    <Button look="quiet" size="sm" onPress={() => void share()}>
      <Link2 aria-hidden />
      {t.product_share()}
    </Button>
  );
};
