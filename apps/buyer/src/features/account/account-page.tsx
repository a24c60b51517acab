import { Link } from '@tanstack/react-router';
import {
  Badge,
  Button,
  Card,
  CardHeader,
  Facts,
  LanguageSwitch,
  MoneyText,
  Notice,
  PageHeader,
  ThemeSwitch,
} from '@tradeline/ui';
import { BellRing, Heart, LogOut, Tag, Wallet } from 'lucide-react';
import { languages, useLanguage } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { buyerRoleText } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay, useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { AddressBook } from './address-book.tsx';
import { Members } from './members.tsx';
import { TitleBook } from './title-book.tsx';
import { useSignOut } from './use-sign-out.ts';

/** Who I am here, my company, its people, addresses and terms, and how the portal looks to me. */
export const AccountPage = () => {
  const { t } = useWords();
  const me = useMe();
  const { signOut, pending } = useSignOut();
  const seesMembers = useMay('member.read');
  const seesCredit = useMay('order.submit');
  const { company } = me;
  return (
    <>
      <PageHeader
        title={t.account_title()}
        actions={
          <Button pending={pending} onPress={signOut}>
            <LogOut aria-hidden />
            {t.sign_out()}
          </Button>
        }
      />
      {company.status === 'suspended' && (
        <Notice tone="warning" className="mb-4" title={t.account_status_suspended()}>
          {t.refusal_company_suspended()}
        </Notice>
      )}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Card>
            <CardHeader
              title={t.account_company()}
              aside={<Badge tone="accent">{levelText(company.level, t)}</Badge>}
            />
            <Facts
              className="p-4"
              items={[
                { label: t.account_company(), value: <span className="font-medium">{company.name}</span> },
                { label: t.account_company_number(), value: <span className="tabular">{company.number}</span> },
                ...(company.region ? [{ label: t.account_region(), value: company.region }] : []),
              ]}
            />
          </Card>
          <Card>
            <CardHeader title={t.account_me()} />
            <Facts
              className="p-4"
              items={[
                { label: t.checkout_contact_name(), value: <span className="font-medium">{me.name}</span> },
                { label: t.account_login(), value: me.login },
                { label: t.account_role(), value: buyerRoleText(me.role, t) },
                ...(me.phone
                  ? [{ label: t.checkout_phone(), value: <span className="tabular">{me.phone}</span> }]
                  : []),
              ]}
            />
          </Card>
          {seesCredit && <CreditFacts />}
          <Preferences />
        </div>
        <div className="flex flex-col gap-4">
          <MyPlaces />
          <AddressBook />
          <TitleBook />
          {seesMembers && <Members />}
        </div>
      </div>
    </>
  );
};

/** Further places of mine: lists, codes, and what the company can pay with. */
const MyPlaces = () => {
  const { t } = useWords();
  const keepsLists = useMay('list.edit');
  const row = 'flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-hover [&_svg]:size-4.5 [&_svg]:text-muted';
  return (
    <Card className="overflow-hidden">
      <nav aria-label={t.lists_title()} className="flex flex-col divide-y divide-line">
        {keepsLists && (
          <Link to="/lists" className={row}>
            <Heart aria-hidden />
            {t.lists_title()}
          </Link>
        )}
        <Link to="/wallet" className={row}>
          <Wallet aria-hidden />
          {t.wallet_title()}
        </Link>
        <Link to="/codes" className={row}>
          <Tag aria-hidden />
          {t.codes_title()}
        </Link>
        <Link to="/preferences" className={row}>
          <BellRing aria-hidden />
          {t.ordering_preferences()}
        </Link>
      </nav>
    </Card>
  );
};

const CreditFacts = () => {
  const { t } = useWords();
  const credit = trpc.account.credit.useQuery().data;
  if (!credit || credit.termDays === 0) return null;
  return (
    <Card>
      <CardHeader
        title={t.account_credit()}
        aside={credit.onHold && <Badge tone="warning">{t.account_credit_hold()}</Badge>}
      />
      <Facts
        className="p-4"
        items={[
          { label: t.account_credit_limit(), value: <MoneyText amount={credit.creditLimit} /> },
          { label: t.account_credit_used(), value: <MoneyText amount={credit.used} /> },
          {
            label: t.account_credit_available(),
            value: <MoneyText amount={Math.max(0, credit.creditLimit - credit.used)} className="font-semibold" />,
          },
          { label: t.account_credit_days(), value: t.account_credit_days_value({ days: credit.termDays }) },
        ]}
      />
    </Card>
  );
};

const Preferences = () => {
  const { t } = useWords();
  const { language, choose } = useLanguage();
  const keep = trpc.session.setLocale.useMutation();
  return (
    <Card>
      <CardHeader title={t.account_preferences()} />
      <div className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="text-muted">{t.language()}</span>
          <LanguageSwitch
            languages={languages}
            value={language}
            onValueChange={(next) => {
              choose(next);
              keep.mutate({ locale: next });
            }}
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="text-muted">{t.theme()}</span>
          <ThemeSwitch />
        </div>
      </div>
    </Card>
  );
};
