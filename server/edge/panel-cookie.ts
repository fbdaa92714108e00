/** The web panel's cookie: readable by no script, sent from no other site, and bound to this host where TLS allows. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { Token } from '../../shared/contract/identifiers.ts';
import { signInLifeMs } from '../accounts/sign-ins.ts';

export interface PanelCookie {
  /** `undefined` when there is none, when it has not the form of a token, or when there are several of the name. */
  read(request: IncomingMessage): Token | undefined;
  write(response: ServerResponse, token: Token | undefined): void;
}

export function createPanelCookie(isSecure: boolean): PanelCookie {
  // The prefix makes browsers refuse a cookie of this name that another host or an unencrypted page tries to set.
  const name = isSecure ? '__Host-remotehelp' : 'remotehelp';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  return {
    read(request) {
      const values = (request.headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      const [only] = values;
      const token = v.safeParse(Token, only);
      return values.length === 1 && token.success ? token.output : undefined;
    },
    write(response, token) {
      const lifeSeconds = token === undefined ? 0 : Math.floor(signInLifeMs.panel / 1000);
      response.appendHeader('Set-Cookie', `${name}=${token ?? ''}; Max-Age=${lifeSeconds}; ${attributes}`);
    },
  };
}
