import { fireEvent, render, screen } from '@testing-library/react';
import '../../testing/taro-api';
import { Button } from './button';

it('does what it says when it is pressed', () => {
  const onPress = jest.fn();
  render(<Button onPress={onPress}>提交申请</Button>);
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(onPress).toHaveBeenCalledTimes(1);
});

it('does nothing while it is under way, keeps its name, and says that it cannot be pressed', () => {
  const onPress = jest.fn();
  render(
    <Button busy onPress={onPress}>
      提交申请
    </Button>,
  );
  const button = screen.getByRole('button', { name: '提交申请' });
  fireEvent.click(button);
  expect(onPress).not.toHaveBeenCalled();
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

it('is said by its label where its words alone are not clear', () => {
  render(
    <Button label="查看王*明的申请" onPress={() => undefined}>
      查看
    </Button>,
  );
  expect(screen.getByRole('button', { name: '查看王*明的申请' })).toBeTruthy();
});
