import { Badge, Button, Card, CardHeader, DateText, Skeleton, toast } from '@tradeline/ui';
import { MonitorSmartphone } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { deviceText } from './device-text.ts';

/** Where I am signed in; any other device can be signed out from here. */
export const SessionList = () => {
  const t = useText();
  const words = useWords();
  const utils = trpc.useUtils();
  const sessions = trpc.session.sessions.useQuery();
  const revoke = trpc.session.revokeSession.useMutation({
    onSuccess: () => toast.success(t.session_revoked()),
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.session.sessions.invalidate(),
  });
  return (
    <Card>
      <CardHeader title={t.sessions_title()} />
      <p className="px-4 pt-3 text-muted">{t.sessions_lead()}</p>
      {sessions.error && <LoadError error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <Skeleton className="m-4 h-12" />}
      <ul className="divide-y divide-line py-1">
        {sessions.data?.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-faint" />
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center gap-2 font-medium" title={session.userAgent}>
                {deviceText(session.userAgent) || t.session_unknown()}
                {session.current && <Badge tone="accent">{t.session_current()}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {session.address && (
                  <span className="tabular mr-3">{t.session_address({ address: session.address })}</span>
                )}
                {t.session_started()} <DateText at={session.startedAt} style="day-month-time" /> · {t.session_until()}{' '}
                <DateText at={session.expiresAt} style="day-month-time" />
              </p>
            </div>
            {!session.current && (
              <Button
                size="sm"
                pending={revoke.isPending && revoke.variables?.id === session.id}
                onPress={() => revoke.mutate({ id: session.id })}
              >
                {t.session_revoke()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};
