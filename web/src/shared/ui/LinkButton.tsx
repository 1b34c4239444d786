import { Button, type ButtonProps } from "antd";
import type { MouseEvent } from "react";
import { useHref, useLinkClickHandler } from "react-router";

/** A link that looks like a button: one place for the keyboard, where a button within a link would be two. */
export function LinkButton({ to, ...button }: { to: string } & Omit<ButtonProps, "href" | "onClick">) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Button {...button} href={href} onClick={(event) => follow(event as unknown as MouseEvent<HTMLAnchorElement>)} />
  );
}
