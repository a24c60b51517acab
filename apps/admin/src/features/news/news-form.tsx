import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Dialog, TextAreaField, TextField, toast } from '@tradeline/ui';
import { Controller, useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Text } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { instantOf, localOf } from './local-moment.ts';
import type { NewsItem } from './news-page.tsx';

const fields = (t: Text) =>
  z
    .object({
      titleZh: z.string().check(z.trim(), z.minLength(1, t.news_required()), z.maxLength(120)),
      titleEn: z.string().check(z.trim(), z.maxLength(120)),
      bodyZh: z.string().check(z.trim(), z.minLength(1, t.news_required()), z.maxLength(4_000)),
      bodyEn: z.string().check(z.trim(), z.maxLength(4_000)),
      startsAt: z.string(),
      endsAt: z.string(),
      pinned: z.boolean(),
      published: z.boolean(),
    })
    .check(
      z.refine((news) => !news.startsAt || !news.endsAt || news.startsAt < news.endsAt, {
        path: ['endsAt'],
        message: t.news_window_wrong(),
      }),
    );

/** News in both languages, and the time within which customers see it. */
export const NewsForm = ({ news, onClose }: { news: NewsItem | undefined; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const save = trpc.news.save.useMutation({
    onSuccess: async () => {
      await utils.news.invalidate();
      toast.success(t.news_saved());
      onClose();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const form = useForm({
    resolver: zodResolver(fields(t)),
    defaultValues: {
      titleZh: news?.title.zh ?? '',
      titleEn: news?.title.en ?? '',
      bodyZh: news?.body.zh ?? '',
      bodyEn: news?.body.en ?? '',
      startsAt: localOf(news?.startsAt),
      endsAt: localOf(news?.endsAt),
      pinned: news?.pinned ?? false,
      published: news?.status !== 'draft',
    },
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const submit = form.handleSubmit((typed) =>
    save.mutate({
      ...(news ? { over: { id: news.id, version: news.version } } : {}),
      title: { zh: typed.titleZh, ...(typed.titleEn ? { en: typed.titleEn } : {}) },
      body: { zh: typed.bodyZh, ...(typed.bodyEn ? { en: typed.bodyEn } : {}) },
      startsAt: instantOf(typed.startsAt),
      endsAt: instantOf(typed.endsAt),
      pinned: typed.pinned,
      status: typed.published ? 'published' : 'draft',
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={news ? t.news_edit() : t.news_new()}
      size="lg"
      keepOnOutsidePress
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button look="primary" pending={save.isPending} onPress={() => void submit()}>
            {t.news_save()}
          </Button>
        </>
      }
    >
      <form className="grid gap-4 sm:grid-cols-2" onSubmit={(event) => void submit(event)}>
        <TextField label={t.news_title_zh()} error={errors.titleZh?.message} {...register('titleZh')} />
        <TextField label={t.news_title_en()} optional error={errors.titleEn?.message} {...register('titleEn')} />
        <TextAreaField label={t.news_body_zh()} rows={5} error={errors.bodyZh?.message} {...register('bodyZh')} />
        <TextAreaField
          label={t.news_body_en()}
          rows={5}
          optional
          error={errors.bodyEn?.message}
          {...register('bodyEn')}
        />
        <TextField
          type="datetime-local"
          label={t.news_starts()}
          optional
          hint={t.news_window_hint()}
          {...register('startsAt')}
        />
        <TextField
          type="datetime-local"
          label={t.news_ends()}
          optional
          error={errors.endsAt?.message}
          {...register('endsAt')}
        />
        <Controller
          control={control}
          name="published"
          render={({ field }) => (
            <div>
              <Checkbox label={t.news_published()} checked={field.value} onCheckedChange={field.onChange} />
              <p className="text-sm text-muted">{t.news_published_hint()}</p>
            </div>
          )}
        />
        <Controller
          control={control}
          name="pinned"
          render={({ field }) => (
            <Checkbox label={t.news_pinned()} checked={field.value} onCheckedChange={field.onChange} />
          )}
        />
      </form>
    </Dialog>
  );
};
