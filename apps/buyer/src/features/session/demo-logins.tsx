import type { BuyerRole } from '@tradeline/domain/access';
import { Button } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { buyerRoleText } from '../../lib/order-words.ts';

/** Everybody of the demo company has this password; a real company has no such people. */
export const DEMO_PASSWORD = 'tradeline';
const people: readonly { login: string; role: BuyerRole }[] = [
  { login: 'buyer', role: 'purchaser' },
  { login: 'owner', role: 'owner' },
  { login: 'approver', role: 'approver' },
];

/** Shown for the demo company only: who may try the portal. */
export const DemoLogins = ({ onChoose }: { onChoose: (login: string) => void }) => {
  const t = useText();
  return (
    <div className="mt-4 rounded-lg bg-sunken p-3.5">
      <p className="text-sm text-muted">{t.sign_in_demo()}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {people.map(({ login, role }) => (
          <Button key={login} size="sm" onPress={() => onChoose(login)}>
            {login}
            <span className="font-normal text-muted">{buyerRoleText(role, t)}</span>
          </Button>
        ))}
      </div>
    </div>
  );
};
