import { TextField } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { Section } from './section.tsx';
import type { Checkout } from './use-checkout-form.ts';

/** Who takes the goods; folded while it is known, open while it is missing or wrong. */
export const ContactSection = ({ checkout: { form, draft } }: { checkout: Checkout }) => {
  const t = useText();
  const { errors } = form.formState;
  const wrong = errors.contactName ?? errors.phone;
  return (
    <Section
      key={wrong ? 'wrong' : 'contact'}
      title={t.checkout_contact()}
      summary={`${draft.contactName} ${draft.phone}`}
      open={wrong !== undefined || !draft.contactName || !draft.phone}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t.checkout_contact_name()}
          error={errors.contactName?.message}
          autoComplete="name"
          {...form.register('contactName')}
        />
        <TextField
          label={t.checkout_phone()}
          error={errors.phone?.message}
          type="tel"
          autoComplete="tel"
          {...form.register('phone')}
        />
      </div>
    </Section>
  );
};
