import { Screen } from '@/ui/screen';

export default function Page() {
  return <Screen title="我的">这一页正在准备</Screen>;
}
