/**
 * Host names in, addresses that may be connected to out. The only file that knows ipaddr.js.
 *
 * Pages name the next page, so a page can name our own network. A name is resolved once, every address of it is
 * checked, and the connection is made to what was checked: a second look-up could be answered differently.
 */
import { lookup as resolveBySystem } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { InvalidInputError } from '../errors.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}
export type Resolve = (hostName: string) => Promise<ResolvedAddress[]>;

export const resolveHost: Resolve = (hostName) => resolveBySystem(hostName, { all: true });

/** All the public IPv6 addresses there are; the old IPv4-compatible ::127.0.0.1 lies outside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** False for private, loopback, link-local (cloud metadata), shared, reserved, multicast and translated addresses. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text); // ::ffff:127.0.0.1 becomes 127.0.0.1
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}

/** Says of an address whether it may be connected to. */
export type AddressRule = (address: string) => boolean;

/**
 * Node does not look up a host that is an address, so those are checked here. `URL` has already turned
 * http://2130706433/ and http://0x7f.1/ into http://127.0.0.1/.
 * @throws InvalidInputError for an address that is not allowed
 */
export function refuseLiteral(url: URL, isAllowed: AddressRule): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host)) throw refusedAddress(url.hostname, host);
}

/** For `lookup` of a request: hands on what `resolve` says, or fails when one address of the name is not allowed. */
export function checkedLookup(resolve: Resolve, isAllowed: AddressRule): LookupFunction {
  return (hostName, options, callback) => {
    resolve(hostName).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !isAllowed(address));
        const [first] = addresses;
        if (refused) callback(refusedAddress(hostName, refused.address), '', 0);
        else if (!first) callback(new Error(`${hostName} has no address`), '', 0);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '', 0);
      },
    );
  };
}

function refusedAddress(host: string, address: string): InvalidInputError {
  return new InvalidInputError(
    `${host} leads to ${address}, which is not a public address; set allowPrivateAddresses for this source if it is yours.`,
  );
}
