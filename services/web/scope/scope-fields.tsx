/** The controls that change whose gap it is, on one line under the question. All of them live in the address. */
import type { Scope } from '../../domain/scope.ts';
import { useAddress } from '../address/use-address.ts';
import { ChoiceField, type Choice } from '../parts/choice-field.tsx';
import { texts } from '../texts/texts.ts';
import { findEmployers, findOccupations, findRegions } from './find-scopes.ts';
import { WindowField } from './window-field.tsx';
import './scope-fields.css';

const words = texts.region.fields;

const KINDS = [
  ['region', findRegions],
  ['occupation', findOccupations],
  ['employer', findEmployers],
] as const;

interface ScopeFieldsProps {
  /** As the API understood it: the names behind the codes of the address. */
  scope: Scope | null;
  hasFramework?: boolean;
  kinds?: readonly ('region' | 'occupation' | 'employer')[];
}

export function ScopeFields({
  scope,
  hasFramework = true,
  kinds = ['region', 'occupation', 'employer'],
}: ScopeFieldsProps) {
  const { get, change } = useAddress();
  const names = {
    region: scope?.region?.name,
    occupation: scope?.occupation?.label,
    employer: scope?.employer?.name,
  };
  return (
    <div class="scope-fields no-print">
      {KINDS.filter(([kind]) => kinds.includes(kind)).map(([kind, find]) => {
        const value = get(kind);
        return (
          <ChoiceField
            key={kind}
            label={words[kind]}
            placeholder={words.any[kind]}
            chosen={value === undefined ? null : { value, label: names[kind] ?? value }}
            find={find}
            nothing={words.noneFound}
            clearLabel={words.clear(words[kind])}
            onChoose={(choice: Choice | null) => {
              change({ [kind]: choice?.value ?? null, top: null, why: null });
            }}
            onText={(text) => {
              change({ [kind]: text, top: null, why: null });
            }}
          />
        );
      })}
      <WindowField />
      {hasFramework && <FrameworkField />}
    </div>
  );
}

function FrameworkField() {
  const { get, change } = useAddress();
  const { frameworks, fields } = texts.region;
  return (
    <div class="field">
      <label for="framework">{fields.framework}</label>
      <select
        id="framework"
        value={get('framework') ?? ''}
        onChange={(event) => {
          change({ framework: event.currentTarget.value, why: null });
        }}
      >
        <option value="">{frameworks.all}</option>
        <option value="wef">{frameworks.wef}</option>
      </select>
    </div>
  );
}
