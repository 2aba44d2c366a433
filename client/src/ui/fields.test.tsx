import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import '../../testing/taro-api';
import { Checks, Choices } from './choices';
import { PickField } from './pick-field';
import { TextArea } from './text-area';
import { TextField } from './text-field';

it('names a line, its hint and what is wrong with it', () => {
  render(
    <TextField
      label="身份证号码"
      hint="和证件一致"
      problem="号码有误"
      kind="id-card"
      value=""
      onChange={() => undefined}
    />,
  );
  const line = screen.getByRole('textbox', { name: '身份证号码' });
  expect(line.getAttribute('aria-invalid')).toBe('true');
  expect(line.getAttribute('aria-description')).toBe('号码有误。和证件一致');
  expect(screen.getByRole('alert').textContent).toBe('号码有误');
});

it('gives what is typed', () => {
  const onChange = jest.fn();
  render(<TextField label="姓名" value="" onChange={onChange} />);
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '王小明' } });
  expect(onChange).toHaveBeenCalledWith('王小明');
});

it('counts down what can still be written', () => {
  render(<TextArea label="理由" value="换了工作" maxLength={200} onChange={() => undefined} />);
  expect(screen.getByText('还可以写196字')).toBeTruthy();
});

it('lets one choose one of a few', () => {
  function Question() {
    const [value, setValue] = useState<'yes' | 'no' | null>(null);
    const options = [
      { value: 'yes', label: '签了合同', about: '书面劳动合同' },
      { value: 'no', label: '没有签合同' },
    ] as const;
    return <Choices label="合同" options={options} value={value} onChange={setValue} />;
  }
  render(<Question />);
  expect(screen.getByRole('radiogroup', { name: '合同' })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '没有签合同' }));
  expect(screen.getByRole('radio', { name: '没有签合同' }).getAttribute('aria-checked')).toBe('true');
  expect(screen.getByRole('radio', { name: '签了合同，书面劳动合同' }).getAttribute('aria-checked')).toBe('false');
});

it('moves among the choices with the arrow keys, and enters them at the one that is chosen', () => {
  function Question() {
    const [value, setValue] = useState<'a' | 'b' | 'c' | null>(null);
    const options = [
      { value: 'a', label: '半年' },
      { value: 'b', label: '一年' },
      { value: 'c', label: '三年' },
    ] as const;
    return <Choices label="任期" options={options} value={value} onChange={setValue} />;
  }
  render(<Question />);
  const radio = (name: string) => screen.getByRole('radio', { name });
  expect(['半年', '一年', '三年'].map((name) => radio(name).tabIndex)).toEqual([0, -1, -1]);
  fireEvent.keyDown(radio('半年'), { key: 'ArrowUp' });
  expect(radio('三年').getAttribute('aria-checked')).toBe('true');
  expect(document.activeElement).toBe(radio('三年'));
  fireEvent.keyDown(radio('三年'), { key: 'ArrowDown' });
  expect(radio('半年').getAttribute('aria-checked')).toBe('true');
  expect(['半年', '一年', '三年'].map((name) => radio(name).tabIndex)).toEqual([0, -1, -1]);
});

it('lets one tick and untick each apart', () => {
  const onChange = jest.fn();
  const options = [
    { value: 'a', label: '我已看过' },
    { value: 'b', label: '我同意' },
  ] as const;
  render(<Checks label="请确认" options={options} values={['a']} onChange={onChange} />);
  fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
  expect(onChange).toHaveBeenLastCalledWith(['a', 'b']);
  fireEvent.click(screen.getByRole('checkbox', { name: '我已看过' }));
  expect(onChange).toHaveBeenLastCalledWith([]);
});

it('picks from the list of the phone', () => {
  const onChange = jest.fn();
  const options = [
    { value: 'courier', label: '快递员' },
    { value: 'care', label: '护工护理员' },
  ] as const;
  render(<PickField label="职业" placeholder="请选择" options={options} value={null} onChange={onChange} />);
  fireEvent.change(screen.getByRole('combobox', { name: '职业' }), { target: { value: 'care' } });
  expect(onChange).toHaveBeenCalledWith('care');
});
