import { Button, cx, IconButton } from '@tradeline/ui';
import { ArrowDown, ArrowUp, GripVertical, IndentDecrease, IndentIncrease, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import type { Category } from './use-category-moves.ts';

export type Dropped = 'before' | 'inside';

/** One category: drag it, or walk it with Alt and the arrow keys; its buttons do the same for everyone. */
export const CategoryRow = ({
  row,
  depth,
  total,
  mayEdit,
  onDrop,
  onStep,
  onAdd,
  onRename,
  onRemove,
}: {
  row: Category;
  depth: number;
  /** Goods in it and below it. */
  total: number;
  mayEdit: boolean;
  onDrop: (dragged: string, where: Dropped) => void;
  onStep: (way: 'up' | 'down' | 'in' | 'out') => void;
  onAdd: () => void;
  onRename: () => void;
  onRemove: () => void;
}) => {
  const t = useText();
  const say = useBilingual();
  const [over, setOver] = useState<Dropped>();
  const name = say(row.name);
  const keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;
  const whereOf = (event: React.DragEvent<HTMLElement>): Dropped => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 3 ? 'before' : 'inside';
  };
  return (
    <li
      draggable={mayEdit}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', row.id)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(whereOf(event));
      }}
      onDragLeave={() => setOver(undefined)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(undefined);
        onDrop(event.dataTransfer.getData('text/plain'), whereOf(event));
      }}
      className={cx(
        'flex flex-wrap items-center gap-2 px-3 py-1.5',
        over === 'before' && 'border-t-2 border-accent',
        over === 'inside' && 'bg-hover',
      )}
      style={{ paddingInlineStart: `${depth * 1.5 + 0.75}rem` }}
    >
      {mayEdit && <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-faint" />}
      {mayEdit ? (
        <Button
          look="quiet"
          className="min-w-0 justify-start font-medium"
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
          onKeyDown={(event) => {
            const way = event.altKey ? keys[event.key as keyof typeof keys] : undefined;
            if (!way) return;
            event.preventDefault();
            onStep(way);
          }}
          onPress={onRename}
        >
          {name}
        </Button>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      <span className="tabular flex-1 text-sm text-faint">
        {t.categories_count({ count: total })}
        {row.attributes > 0 && ` · ${t.categories_attributes({ count: row.attributes })}`}
      </span>
      {mayEdit && (
        <span className="flex">
          <IconButton
            size="sm"
            label={t.categories_up({ name })}
            icon={<ArrowUp aria-hidden />}
            onPress={() => onStep('up')}
          />
          <IconButton
            size="sm"
            label={t.categories_down({ name })}
            icon={<ArrowDown aria-hidden />}
            onPress={() => onStep('down')}
          />
          <IconButton
            size="sm"
            label={t.categories_in({ name })}
            icon={<IndentIncrease aria-hidden />}
            onPress={() => onStep('in')}
          />
          <IconButton
            size="sm"
            label={t.categories_out({ name })}
            icon={<IndentDecrease aria-hidden />}
            onPress={() => onStep('out')}
          />
          <IconButton size="sm" label={t.categories_add_below({ name })} icon={<Plus aria-hidden />} onPress={onAdd} />
          <IconButton
            size="sm"
            label={t.categories_rename({ name })}
            icon={<Pencil aria-hidden />}
            onPress={onRename}
          />
          <IconButton
            size="sm"
            label={t.categories_remove({ name })}
            icon={<Trash2 aria-hidden />}
            onPress={onRemove}
          />
        </span>
      )}
    </li>
  );
};
