import { Button, IconButton } from '@tradeline/ui';
import { Camera, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { type SendProblem, type SentFile, sendFile } from '../../lib/send-file.ts';
import { useWords } from '../../lib/words.ts';

export const MOST_PICTURES = 9;
export type SentPicture = SentFile & { shown: string };

/** Small enough to stand in the page itself: our pages load pictures from nowhere else. */
const thumbnailOf = async (file: File): Promise<string> => {
  const image = await createImageBitmap(file, { resizeWidth: 240, resizeQuality: 'medium' });
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
  return canvas.toDataURL('image/jpeg', 0.7);
};

/** Pictures of what is wrong, from the camera or the gallery: sent at once, shown from the device. */
export const RequestPictures = ({
  pictures,
  onChange,
}: {
  pictures: readonly SentPicture[];
  onChange: (change: (pictures: readonly SentPicture[]) => readonly SentPicture[]) => void;
}) => {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [problem, setProblem] = useState<{ name: string; why: SendProblem }>();
  const why: Record<SendProblem, string> = {
    'too-large': t.returns_picture_too_large(),
    'wrong-kind': t.returns_picture_wrong_kind(),
    failed: t.returns_picture_failed(),
  };
  const send = async (chosen: File[]) => {
    setProblem(undefined);
    setSending(chosen.length);
    for (const file of chosen) {
      const sent = await sendFile('return-picture', file);
      if (typeof sent === 'string') setProblem({ name: file.name, why: sent });
      else {
        const shown = await thumbnailOf(file).catch(() => '');
        onChange((old) => [...old, { ...sent, shown }]);
      }
      setSending((left) => left - 1);
    }
  };
  const room = MOST_PICTURES - pictures.length;
  return (
    <div className="flex flex-col gap-2">
      <span className="text-sm font-medium">{t.returns_pictures()}</span>
      <ul className="grid grid-cols-4 gap-2 empty:hidden sm:grid-cols-6">
        {pictures.map(({ id, shown }, at) => (
          <li key={id} className="relative">
            {shown ? (
              <img
                src={shown}
                alt={t.returns_picture({ n: at + 1 })}
                className="aspect-square w-full rounded-md border border-line object-cover"
              />
            ) : (
              // A picture that this browser cannot draw was sent all the same.
              <span className="grid aspect-square w-full place-items-center rounded-md border border-line bg-sunken p-1 text-xs break-all text-muted">
                {t.returns_picture({ n: at + 1 })}
              </span>
            )}
            <IconButton
              size="sm"
              className="absolute top-0 right-0 rounded-md bg-surface/85"
              label={t.returns_picture_remove({ n: at + 1 })}
              icon={<X aria-hidden />}
              onPress={() => onChange((old) => old.filter((each) => each.id !== id))}
            />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.returns_pictures()}
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])].slice(0, room);
          event.target.value = '';
          if (chosen.length > 0) void send(chosen);
        }}
      />
      <Button
        className="self-start"
        pending={sending > 0}
        disabledReason={room <= 0 ? t.returns_pictures_hint({ count: MOST_PICTURES }) : undefined}
        onPress={() => input.current?.click()}
      >
        <Camera aria-hidden />
        {t.returns_add_pictures()}
      </Button>
      <p className="text-sm text-muted">{t.returns_pictures_hint({ count: MOST_PICTURES })}</p>
      {problem && (
        <p role="alert" className="text-sm text-danger-ink">
          {problem.name}：{why[problem.why]}
        </p>
      )}
    </div>
  );
};
