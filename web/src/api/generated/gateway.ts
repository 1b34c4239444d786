// Written by `make api` from docs/api/gateway.openapi.json; not by hand.
export interface paths {
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bắt đầu đăng nhập: chuyển sang máy chủ đăng nhập, xong thì quay lại trang `next` của hệ thống
         * @description Bắt đầu đăng nhập: chuyển sang máy chủ đăng nhập, xong thì quay lại trang `next` của hệ thống.
         */
        get: operations["sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhận trả lời của máy chủ đăng nhập và mở phiên làm việc
         * @description Nhận trả lời của máy chủ đăng nhập và mở phiên làm việc.
         */
        get: operations["callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Người đang làm việc trong trình duyệt này, các tài khoản của người đó và tài khoản đang chọn
         * @description Người đang làm việc trong trình duyệt này, các tài khoản của người đó và tài khoản đang chọn.
         */
        get: operations["read_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chọn tài khoản để làm việc; khóa và nhật ký theo tài khoản này
         * @description Chọn tài khoản để làm việc; khóa và nhật ký theo tài khoản này.
         */
        post: operations["choose_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lấy mã truy cập mới khi dịch vụ trả lời 401; trang gọi rồi lặp lại yêu cầu
         * @description Lấy mã truy cập mới khi dịch vụ trả lời 401; trang gọi rồi lặp lại yêu cầu.
         */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đăng xuất khỏi mọi nơi: kết thúc phiên, báo các dịch vụ, và cho biết địa chỉ kết thúc phiên ở máy chủ đăng nhập
         * @description Đăng xuất khỏi mọi nơi: kết thúc phiên, báo các dịch vụ, và cho biết địa chỉ kết thúc phiên ở máy chủ đăng nhập.
         */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/backchannel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Máy chủ đăng nhập báo một phiên đã kết thúc (OpenID Connect Back-Channel Logout)
         * @description Máy chủ đăng nhập báo một phiên đã kết thúc (OpenID Connect Back-Channel Logout).
         */
        post: operations["backchannel_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tiến trình đang chạy
         * @description Tiến trình đang chạy.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dịch vụ sẵn sàng nhận yêu cầu; khi chưa, câu trả lời nêu điều gì còn thiếu
         * @description Dịch vụ sẵn sàng nhận yêu cầu; khi chưa, câu trả lời nêu điều gì còn thiếu.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountChoice */
        AccountChoice: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
        };
        /** AccountOfSession */
        AccountOfSession: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Holder Name */
            holder_name: string;
            /** Kind */
            kind: string;
            /** Roles */
            roles: string[];
            /** Unit Code */
            unit_code: string | null;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Only For Unit */
            only_for_unit: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "locked";
            /** Locked Reason */
            locked_reason: string | null;
            /** Appraisal Lock */
            appraisal_lock: string | null;
            /** May Act */
            may_act: boolean;
            /** Why Not */
            why_not: string | null;
        };
        /** SessionOut */
        SessionOut: {
            /** Holder */
            holder: string;
            /** Username */
            username: string;
            /** Sub */
            sub: string;
            /** Accounts */
            accounts: components["schemas"]["AccountOfSession"][];
            /** Account Id */
            account_id: string | null;
        };
        /**
         * SignedOut
         * @description Where the page sends the browser, so that the provider's own session ends too.
         */
        SignedOut: {
            /** Location */
            location: string;
        };
        /** Problem */
        Problem: {
            /** @description Mã ổn định của vấn đề, ví dụ /problems/assessment/too-late */
            type: string;
            title: string;
            status: number;
            /** @description Việc cần làm */
            detail?: string;
            /** @description Mã theo dõi để báo hỗ trợ */
            trace: string;
            errors?: {
                pointer: string;
                detail: string;
                type?: string;
            }[];
            /** @description Trạng thái hiện tại, khi dữ liệu đã được người khác sửa (412) */
            present?: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sign_in: {
        parameters: {
            query?: {
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callback: {
        parameters: {
            query?: {
                state?: string | null;
                code?: string | null;
                error?: string | null;
                iss?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountChoice"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backchannel_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
