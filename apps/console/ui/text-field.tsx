/** A line of text; apart from the other fields, of which the sign-in form needs none. */
import { TextInput, type TextInputProps } from '@mantine/core';

type TextFieldProps = Omit<TextInputProps, 'onChange'> & { onChange: (text: string) => void };

export function TextField({ onChange, ...props }: TextFieldProps) {
  return <TextInput {...props} onChange={(event) => onChange(event.currentTarget.value)} />;
}
