import { Screen } from '@/ui/screen';

export default function Page() {
  return <Screen title="扫码验卡">这一页正在准备</Screen>;
}
