import { act, render as draw, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { computed, effect, signal, untracked } from './signals.ts';

it('runs an effect at once and after each change of what it has read, and not for the same value', () => {
  const name = signal('Hoa');
  const other = signal(0);
  const heard: string[] = [];
  const end = effect(() => heard.push(name.value));
  name.value = 'Lan';
  name.value = 'Lan';
  other.value = 1;
  expect(heard).toEqual(['Hoa', 'Lan']);
  end();
  name.value = 'Mai';
  expect(heard).toEqual(['Hoa', 'Lan']);
});

it('follows only what was read the last time', () => {
  const shown = signal(true);
  const text = signal('a');
  let runs = 0;
  effect(() => {
    runs += 1;
    return shown.value && text.value;
  });
  shown.value = false;
  text.value = 'b';
  expect(runs).toBe(2);
});

it('works a computed value out when it is read after a change, once', () => {
  const n = signal(1);
  let made = 0;
  const double = computed(() => {
    made += 1;
    return n.value * 2;
  });
  expect(made).toBe(0);
  expect([double.value, double.value]).toEqual([2, 2]);
  n.value = 2;
  n.value = 3;
  expect(made).toBe(1);
  expect(double.value).toBe(6);
});

it('shows no effect half of a change: what follows from a value is new when the value is', () => {
  const n = signal(1);
  const double = computed(() => n.value * 2);
  const heard: string[] = [];
  effect(() => heard.push(`${n.value} ${double.value}`));
  n.value = 2;
  expect(heard).toEqual(['1 2', '2 4']);
});

it('runs what an effect has changed after it, and each other effect though one throws', () => {
  const asked = signal(0);
  const answered = signal(0);
  const heard: number[] = [];
  effect(() => {
    if (asked.value === 2) throw new Error('broken');
    answered.value = asked.value;
  });
  effect(() => heard.push(asked.value * 10 + answered.value));
  asked.value = 1;
  expect(heard.at(-1)).toBe(11);
  expect(() => (asked.value = 2)).toThrow('broken');
  expect(heard.at(-1)).toBe(21);
});

it('tells a subscriber the value and its changes, and follows nothing that the subscriber reads', () => {
  const name = signal('Hoa');
  const other = signal(0);
  const heard: string[] = [];
  const end = computed(() => name.value.length).subscribe((n) => heard.push(`${n} ${other.value}`));
  other.value = 1;
  name.value = 'Lan';
  name.value = 'Hạnh';
  end();
  name.value = 'Ngọc Anh';
  expect(heard).toEqual(['3 0', '4 1']);
});

it('reads without following', () => {
  const a = signal(1);
  let runs = 0;
  effect(() => {
    runs += 1;
    untracked(() => a.value);
  });
  a.value = 2;
  expect(runs).toBe(1);
});

it('draws again the component that has read a value, not its neighbours, and none that is gone', async () => {
  const name = signal('Hoa');
  const drawn: string[] = [];
  const Reads = () => {
    drawn.push('reads');
    return <p>{name.value}</p>;
  };
  const Plain = () => {
    drawn.push('plain');
    return null;
  };
  const page = draw(
    <>
      <Reads />
      <Plain />
    </>,
  );
  await act(() => void (name.value = 'Lan'));
  expect(screen.getByText('Lan')).toBeTruthy();
  expect(drawn).toEqual(['reads', 'plain', 'reads']);
  page.unmount();
  await act(() => void (name.value = 'Mai'));
  expect(drawn).toHaveLength(3);
});

it('draws a change though a state of the component is set to what it was in the same moment', async () => {
  const name = signal('Hoa');
  let set: (n: number) => void = () => {};
  const Both = () => {
    const [n, setN] = useState(0);
    set = setN;
    return <p>{`${name.value} ${n}`}</p>;
  };
  const page = draw(<Both />);
  await act(() => {
    set(1);
    set(0);
    name.value = 'Lan';
  });
  expect(page.container.textContent).toBe('Lan 0');
  page.unmount();
});
