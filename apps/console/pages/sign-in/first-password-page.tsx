import type { Me } from '../../api/me.tsx';
import { Emblem } from '../../frame/emblem.tsx';
import { FirstPassword } from './first-password.tsx';
import './sign-in.css';

export function FirstPasswordPage({ me }: { me: Me }) {
  return (
    <main className="choose-post">
      <Emblem size={52} />
      <FirstPassword
        me={me}
        onDone={() => {
          location.hash = '#/';
        }}
      />
    </main>
  );
}
