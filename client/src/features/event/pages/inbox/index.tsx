import { Screen } from '@/ui/screen';

export default function Page() {
  return <Screen title="活动">{null}</Screen>;
}
