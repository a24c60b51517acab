import type { BuyerRole } from '@tradeline/domain/access';
import { Badge, Card, CardHeader, Skeleton } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { buyerRoleText } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.tsx';

/** The people of my company in the portal. */
export const Members = () => {
  const t = useText();
  const me = useMe();
  const members = trpc.account.members.useQuery();
  return (
    <Card>
      <CardHeader title={t.account_members()} aside={members.data?.length} />
      {members.error && !members.data ? (
        <LoadError error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <ul className="divide-y divide-line">
          {!members.data && (
            <li className="p-4">
              <Skeleton />
            </li>
          )}
          {members.data?.map((member) => (
            <li key={member.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
              <div className="min-w-0">
                <p className="flex items-center gap-2 font-medium">
                  {member.name}
                  {member.id === me.id && <Badge tone="accent">{t.account_you_badge()}</Badge>}
                  {!member.active && <Badge>{t.account_member_inactive()}</Badge>}
                </p>
                {member.phone && <p className="tabular text-sm text-muted">{member.phone}</p>}
              </div>
              <span className="text-sm text-muted">{buyerRoleText(member.role as BuyerRole, t)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
