import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { HeaderMenu } from './header-menu.tsx';
import { toggleHelp, useHelpOpen, usePageHint } from '../help-switch.ts';
import { Icon } from '../icon.tsx';
import { useViewportStep } from '../viewport.ts';
import './page-header.css';

const PHONE_BELOW = 700;

/** The page above, where this one is no page of the navigation. */
export interface ParentPage {
  label: string;
  to: string;
  search?: Record<string, string>;
}

/** On the button for help, while nobody has opened it here: the frame knows. */
export const HelpDot = createContext<ReactNode>(null);

function HelpButton() {
  const { t } = useI18n();
  const isOpen = useHelpOpen();
  return (
    <button
      type="button"
      className="header-icon"
      aria-label={t('help.open')}
      title={`${t('help.open')} (F1)`}
      aria-expanded={isOpen}
      onClick={toggleHelp}
    >
      <Icon name="help-circle" size={20} />
      {useContext(HelpDot)}
    </button>
  );
}

function Parent({ parent }: { parent: ParentPage }) {
  const { t } = useI18n();
  return (
    <Link
      to={parent.to}
      search={parent.search ?? {}}
      className="page-parent"
      title={t('act.backTo', { where: parent.label })}
      aria-label={t('act.backTo', { where: parent.label })}
    >
      <span className="page-parent-back">
        <Icon name="chevron-left" size={20} />
      </span>
      <span className="page-parent-name">
        {parent.label} <Icon name="chevron-right" size={16} />
      </span>
    </Link>
  );
}

export interface PageHeaderProps {
  parent?: ParentPage | undefined;
  title: ReactNode;
  /** How it stands, in one phrase; a chip when it hurts or waits. A phone has chips alone, in the row below. */
  state?: ReactNode;
  /** Whether what is typed is kept: never cut; a phone has it in the row below. */
  saved?: ReactNode;
  /** What the page is for, told in the help. */
  hint?: string | undefined;
  /** The one filled button: the next useful act. */
  main?: ReactNode;
  /** All other acts, of header-menu.tsx. */
  acts?: ReactNode;
  /** What governs the whole page: period, basis, place. */
  row?: ReactNode;
}

/** One row that never wraps: parent, title, state, help, other acts, one filled button. */
export function PageHeader({ parent, title, state, saved, hint, main, acts, row }: PageHeaderProps) {
  usePageHint(hint);
  const isPhone = useViewportStep() < PHONE_BELOW;
  const standing = (
    <>
      {state && <div className="page-state">{state}</div>}
      {saved && <div className="page-saved">{saved}</div>}
    </>
  );
  return (
    <>
      <header className="page-header">
        {parent && <Parent parent={parent} />}
        <h1 title={typeof title === 'string' ? title : undefined}>{title}</h1>
        {!isPhone && standing}
        <div className="page-acts no-print">
          <HelpButton />
          {acts && <HeaderMenu>{acts}</HeaderMenu>}
          {main}
        </div>
      </header>
      {(row || (isPhone && (state || saved))) && (
        <div className="page-row">
          {row}
          {isPhone && standing}
        </div>
      )}
    </>
  );
}

/** Words of the filled button; a phone shows the verb and the count alone. */
export function MainWords({ long, short }: { long: string; short: string }) {
  return useViewportStep() < PHONE_BELOW ? short : long;
}
