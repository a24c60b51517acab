import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { LoadError } from '../../lib/load-error.tsx';

export const PageError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  return (
    <LoadError
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
};
