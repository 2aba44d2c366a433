import { Screen } from '@/ui/screen';

export default function Page() {
  return <Screen title="首页">这一页正在准备</Screen>;
}
