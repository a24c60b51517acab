import { Bubble, Card, CardHeader, Composer, Conversation, DateText, FileStrip, Skeleton } from '@tradeline/ui';

import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { FILES_MOST, useDraft } from './use-draft.ts';

type Talk = Outputs['messages']['ofOrder'];

/** What my company and the wholesaler say to each other about an order, with files. Follows what comes by itself. */
export const OrderMessages = ({ orderId }: { orderId: string }) => {
  const t = useText();
  const utils = trpc.useUtils();
  const mayWrite = useMay('message.write');
  const talk = trpc.messages.ofOrder.useQuery({ orderId });
  const markRead = trpc.messages.markRead.useMutation({ onSuccess: () => utils.messages.unread.invalidate() });
  const messages = talk.data?.messages ?? [];
  const unseen = messages.filter((each) => each.side !== 'buyer' && !each.internal && each.readAt === null).length;
  return (
    <Card id="messages" className="scroll-mt-32 overflow-hidden">
      <CardHeader title={t.after_messages()} aside={unseen > 0 && t.after_unread({ count: unseen })} />
      {talk.error && !talk.data && <LoadError error={talk.error} onRetry={() => void talk.refetch()} />}
      {talk.isPending && <Skeleton className="m-4 h-24" />}
      {talk.data && (
        <>
          {talk.data.orderFiles.length > 0 && (
            <div className="flex flex-col gap-2 border-b border-line px-4 py-3">
              <p className="text-sm text-muted">{t.after_order_files()}</p>
              <Files orderId={orderId} files={talk.data.orderFiles} />
            </div>
          )}
          {messages.length === 0 ? (
            <p className="px-4 py-4 text-muted">{t.after_messages_none()}</p>
          ) : (
            <Conversation
              label={t.after_messages()}
              count={messages.length}
              unseen={unseen > 0 && mayWrite}
              onSeen={() => markRead.mutate({ orderId })}
            >
              {messages.map((message) => (
                <Message key={message.id} orderId={orderId} message={message} />
              ))}
            </Conversation>
          )}
          {mayWrite && <Write orderId={orderId} />}
        </>
      )}
    </Card>
  );
};

const Files = ({ orderId, files }: { orderId: string; files: Talk['orderFiles'] }) => {
  const t = useText();
  return (
    <FileStrip
      files={files.map((file) => ({ ...file, href: `/documents/orders/${orderId}/files/${file.id}` }))}
      openLabel={(name) => t.after_picture_large({ name })}
      saveLabel={(name) => t.after_save_file({ name })}
    />
  );
};

const Message = ({ orderId, message }: { orderId: string; message: Talk['messages'][number] }) => {
  const t = useText();
  const ours = message.side === 'buyer';
  return (
    <Bubble
      mine={ours}
      head={
        <>
          <span className="font-medium text-ink">{message.authorName}</span>

          <DateText at={message.at} style="day-month-time" />
        </>
      }
      foot={ours && message.readAt !== null && t.after_read()}
    >
      {message.text}
      {message.files.length > 0 && <Files orderId={orderId} files={message.files} />}
    </Bubble>
  );
};

const Write = ({ orderId }: { orderId: string }) => {
  const t = useText();
  const draft = useDraft(orderId);

  return (
    <Composer
      text={{
        label: t.after_message_label(),
        placeholder: t.after_message_placeholder(),
        send: t.after_send(),
        attach: t.after_attach(),
        remove: t.remove(),
      }}
      value={draft.value}
      onChange={draft.change}
      files={draft.files}
      onFiles={draft.attach}
      onRemove={draft.remove}
      accept="image/png,image/jpeg,image/webp,image/gif,application/pdf"
      attaching={draft.attaching}
      attachDisabledReason={draft.files.length >= FILES_MOST ? t.after_files_full({ count: FILES_MOST }) : undefined}
      sending={draft.sending}
      onSend={() => draft.send()}
    />
  );
};
