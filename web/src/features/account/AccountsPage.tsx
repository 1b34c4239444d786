import { FileExcelOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Badge, Button, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ImportDrawer } from "@/shared/importing/ImportDrawer";
import { useAccount } from "@/shared/session/useSession";
import { Page } from "@/shared/ui/Page";
import { useUnits } from "@/shared/unit/useUnits";
import { AccountList } from "./AccountList";
import { AskDrawer } from "./AskDrawer";
import { GrantDrawer } from "./GrantDrawer";
import { ACCOUNT_TEMPLATE, importAccounts, type AccountsImported } from "./importAccounts";
import { PasswordSlips } from "./PasswordSlips";
import { Requests } from "./Requests";
import { accountKeys, useAgencies } from "./useAccounts";
import { useRequestOptions } from "./useRequests";
import "./account.css";

/** Accounts: an administrator's of the province, a head's and lead's of the own place, a manager's appraisal locks. */
export default function AccountsPage() {
  const { t } = useTranslation("account");
  const me = useAccount();
  const grants = me.kind === "administration";
  const asks = me.roles.includes("unit_approver") || me.roles.includes("appraisal_lead");
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<"grant" | "import" | "ask">();
  const units = useUnits(grants || me.kind === "management");
  const options = useRequestOptions(grants || asks);
  const agencies = useAgencies(open === "grant");
  const close = () => setOpen(undefined);
  const list = <AccountList units={units.data ?? []} />;
  return (
    <Page
      title={t(asks ? "title_own" : "title")}
      lead={me.kind === "management" ? t("lead_manager") : undefined}
      actions={
        <>
          {grants && (
            <>
              <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => setOpen("import")}>
                {t("import")}
              </Button>
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen("grant")}>
                {t("grant.name")}
              </Button>
            </>
          )}
          {asks && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen("ask")}>
              {t("ask.name")}
            </Button>
          )}
        </>
      }
    >
      {grants || asks ? (
        <Tabs
          activeKey={search.get("tab") ?? "accounts"}
          onChange={(tab) => setSearch(tab === "accounts" ? {} : { tab }, { replace: true })}
          items={[
            { key: "accounts", label: t("tab.accounts"), children: list },
            {
              key: "requests",
              label: (
                <Badge size="small" offset={[10, -2]} count={options.data?.open ?? 0}>
                  {t("tab.requests")}
                </Badge>
              ),
              children: <Requests />,
            },
          ]}
        />
      ) : (
        list
      )}
      {open === "grant" && <GrantDrawer units={units.data ?? []} agencies={agencies.data ?? []} onClose={close} />}
      {open === "ask" && <AskDrawer onClose={close} />}
      <ImportDrawer<AccountsImported>
        title={t("import_title")}
        lead={t("import_lead")}
        template={ACCOUNT_TEMPLATE}
        open={open === "import"}
        onClose={close}
        run={async (content, dryRun, key) => {
          const result = await importAccounts(content, dryRun, key);
          if (!dryRun) await client.invalidateQueries({ queryKey: accountKeys.all });
          return result;
        }}
        done={({ accounts: granted }) => (
          <PasswordSlips
            slips={granted.map((one) => ({
              ...one,
              initial_password: one.initial_password ?? null,
              place: units.data?.find((unit) => unit.code === one.unit_code)?.name ?? one.appraiser_code,
            }))}
          />
        )}
      />
    </Page>
  );
}
