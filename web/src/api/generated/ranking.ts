// Written by `make api` from docs/api/ranking.openapi.json; not by hand.
export interface paths {
    "/api/ranking/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các kỳ đánh giá và trạng thái kết quả của từng kỳ
         * @description Các kỳ đánh giá và trạng thái kết quả của từng kỳ.
         */
        get: operations["list_periods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trạng thái kết quả của một kỳ đánh giá và những gì còn phải chờ
         * @description Trạng thái kết quả của một kỳ đánh giá và những gì còn phải chờ.
         */
        get: operations["get_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đồng hồ của kỳ đánh giá mà dịch vụ này đã biết
         * @description Đồng hồ của kỳ đánh giá mà dịch vụ này đã biết.
         */
        get: operations["get_clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kết quả từng đơn vị theo nhóm và thứ hạng: tổng điểm, chỉ số, xếp loại, thứ hạng
         * @description Kết quả từng đơn vị theo nhóm và thứ hạng: tổng điểm, chỉ số, xếp loại, thứ hạng.
         */
        get: operations["list_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Điểm từng tiêu chí và mục điểm của từng đơn vị; mỗi trang là một số phiếu
         * @description Điểm từng tiêu chí và mục điểm của từng đơn vị; mỗi trang là một số phiếu.
         */
        get: operations["list_scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kết quả của kỳ đã thay đổi những lần nào, vì sao, do ai
         * @description Kết quả của kỳ đã thay đổi những lần nào, vì sao, do ai.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/groups/{group}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bảng điểm theo lĩnh vực của một nhóm với cao nhất, thấp nhất, trung bình, và phân bố chỉ số, mức
         * @description Bảng điểm theo lĩnh vực của một nhóm với cao nhất, thấp nhất, trung bình, và phân bố chỉ số, mức.
         */
        get: operations["get_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/published-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * So sánh kết quả đã công bố qua các năm, của mọi nhóm hoặc của một đơn vị (`unit`)
         * @description So sánh kết quả đã công bố qua các năm, của mọi nhóm hoặc của một đơn vị (`unit`).
         */
        get: operations["compare_years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/sheets/{sheet_id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vì sao từng con số của một đơn vị là như vậy: từ tổng điểm, xếp loại, thứ hạng đến số liệu kê khai và phiếu khảo sát
         * @description Vì sao từng con số của một đơn vị là như vậy: từ tổng điểm, xếp loại, thứ hạng đến số liệu kê khai và phiếu khảo sát.
         */
        get: operations["explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/council-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phiên họp Hội đồng của kỳ
         * @description Các phiên họp Hội đồng của kỳ.
         */
        get: operations["list_council_sessions"];
        put?: never;
        /**
         * Mở phiên họp Hội đồng thẩm định khi kết quả đã tổng hợp
         * @description Mở phiên họp Hội đồng thẩm định khi kết quả đã tổng hợp.
         */
        post: operations["open_council_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/council-sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một phiên họp Hội đồng
         * @description Một phiên họp Hội đồng.
         */
        get: operations["get_council_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/council-sessions/{session_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kết thúc phiên họp; khóa sau thẩm định có hiệu lực trở lại
         * @description Kết thúc phiên họp; khóa sau thẩm định có hiệu lực trở lại.
         */
        post: operations["close_council_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/council-sessions/{session_id}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ý kiến của các thành viên trong phiên họp
         * @description Ý kiến của các thành viên trong phiên họp.
         */
        get: operations["list_agreements"];
        put?: never;
        /**
         * Thống nhất hoặc không thống nhất về một tiêu chí, hoặc về toàn bộ kết quả; ý kiến sau thay ý kiến trước
         * @description Thống nhất hoặc không thống nhất về một tiêu chí, hoặc về toàn bộ kết quả; ý kiến sau thay ý kiến trước.
         */
        post: operations["give_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/council-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Từng tiêu chí, mục điểm của kỳ với điểm trung bình, cao nhất, thấp nhất, để Hội đồng cho ý kiến
         * @description Từng tiêu chí, mục điểm của kỳ với điểm trung bình, cao nhất, thấp nhất, để Hội đồng cho ý kiến.
         */
        get: operations["list_council_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ghi nhận Hội đồng thống nhất kết quả đã tổng hợp (Điều 11.2), kèm biên bản; số liệu thay đổi sau đó thì phải thống nhất lại
         * @description Ghi nhận Hội đồng thống nhất kết quả đã tổng hợp (Điều 11.2), kèm biên bản; số liệu thay đổi sau đó thì phải thống nhất lại.
         */
        post: operations["agree_on_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Công bố kết quả Hội đồng đã thống nhất, theo quyết định; kỳ diễn tập không bao giờ được công bố
         * @description Công bố kết quả Hội đồng đã thống nhất, theo quyết định; kỳ diễn tập không bao giờ được công bố.
         */
        post: operations["publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Công bố bản đính chính sau khi số liệu đã thay đổi và được thống nhất lại; bản cũ vẫn được giữ
         * @description Công bố bản đính chính sau khi số liệu đã thay đổi và được thống nhất lại; bản cũ vẫn được giữ.
         */
        post: operations["correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các kỳ đã công bố kết quả, bản mới nhất của từng kỳ
         * @description Các kỳ đã công bố kết quả, bản mới nhất của từng kỳ.
         */
        get: operations["list_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/published/{period_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kết quả đã công bố của một kỳ: thứ hạng, điểm và điểm theo lĩnh vực của từng đơn vị
         * @description Kết quả đã công bố của một kỳ: thứ hạng, điểm và điểm theo lĩnh vực của từng đơn vị.
         */
        get: operations["get_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/check/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kiểm tra mã in trên văn bản: đó là văn bản nào, còn hiệu lực không
         * @description Kiểm tra mã in trên văn bản: đó là văn bản nào, còn hiệu lực không.
         */
        get: operations["check_fingerprint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/imports/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kiểm tra thử một bảng kết quả đã công bố của năm trước: từng ô chưa đúng, từng ô cần xem lại; không lưu gì
         * @description Kiểm tra thử một bảng kết quả đã công bố của năm trước: từng ô chưa đúng, từng ô cần xem lại; không lưu gì.
         */
        post: operations["check_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhập bảng kết quả đã công bố của năm trước, theo quyết định; có một ô sai thì không lưu gì
         * @description Nhập bảng kết quả đã công bố của năm trước, theo quyết định; có một ô sai thì không lưu gì.
         *
         *     Ai cũng xem được và thấy rõ đó là số liệu nhập; năm được chấm điểm trên hệ thống thì không nhập được.
         */
        post: operations["import_results"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/imports/{period_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đính chính kết quả đã nhập bằng một bảng khác, kèm lý do; bản cũ vẫn xem được
         * @description Đính chính kết quả đã nhập bằng một bảng khác, kèm lý do; bản cũ vẫn xem được.
         */
        post: operations["correct_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các kiến nghị về kết quả của kỳ: người đứng đầu thấy của đơn vị mình, lãnh đạo Sở Nội vụ thấy tất cả
         * @description Các kiến nghị về kết quả của kỳ: người đứng đầu thấy của đơn vị mình, lãnh đạo Sở Nội vụ thấy tất cả.
         */
        get: operations["list_appeals"];
        put?: never;
        /**
         * Kiến nghị về kết quả đã công bố của đơn vị mình; mỗi lúc chỉ một kiến nghị chờ trả lời
         * @description Kiến nghị về kết quả đã công bố của đơn vị mình; mỗi lúc chỉ một kiến nghị chờ trả lời.
         */
        post: operations["appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/appeals/{appeal_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trả lời kiến nghị bằng lý do giữ nguyên, hoặc bằng bản đính chính đã công bố; trả lời một lần
         * @description Trả lời kiến nghị bằng lý do giữ nguyên, hoặc bằng bản đính chính đã công bố; trả lời một lần.
         */
        post: operations["answer_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/groups/{group}/ranking.{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bảng tổng hợp và xếp hạng của một nhóm kèm số liệu phục vụ Hội đồng; mỗi trang có mã kiểm tra của đúng nội dung in
         * @description Bảng tổng hợp và xếp hạng của một nhóm kèm số liệu phục vụ Hội đồng; mỗi trang có mã kiểm tra của đúng nội dung in.
         *
         *     `csv`, `json`: số liệu của bảng, không có mã kiểm tra.
         */
        get: operations["print_ranking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/periods/{period_id}/drafts/{kind}.{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dự thảo tờ trình (`submission`), quyết định công bố (`decision`) hoặc biên bản họp (`minutes`) của kỳ đã tổng hợp, đủ mọi nhóm
         * @description Dự thảo tờ trình (`submission`), quyết định công bố (`decision`) hoặc biên bản họp (`minutes`) của kỳ đã tổng hợp, đủ mọi nhóm.
         */
        get: operations["print_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/published/{period_id}/groups/{group}/ranking.{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bảng xếp hạng đã công bố của một nhóm thành tệp
         * @description Bảng xếp hạng đã công bố của một nhóm thành tệp.
         */
        get: operations["download_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký tổng hợp, hội đồng và công bố: ai, việc gì, lúc nào; dòng mới nhất trước
         * @description Nhật ký tổng hợp, hội đồng và công bố: ai, việc gì, lúc nào; dòng mới nhất trước.
         */
        get: operations["read_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/log/file.{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xuất nhật ký đang lọc ra CSV hoặc XLSX
         * @description Xuất nhật ký đang lọc ra CSV hoặc XLSX.
         */
        get: operations["export_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/log/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký của tôi trong việc tổng hợp, hội đồng và công bố
         * @description Nhật ký của tôi trong việc tổng hợp, hội đồng và công bố.
         */
        get: operations["read_own_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ranking/health/live": {
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
    "/api/ranking/health/ready": {
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
        /**
         * AgreeIn
         * @description Kết luận của Hội đồng: mã SHA-256 của biên bản họp (nếu có tệp) và ghi chú.
         */
        AgreeIn: {
            /** Minutes Sha256 */
            minutes_sha256?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * AgreementIn
         * @description Ý kiến về một tiêu chí hoặc mục điểm; `item` trống là về toàn bộ kết quả. Không thống nhất thì phải nêu nội dung.
         */
        AgreementIn: {
            /**
             * Item
             * @default
             */
            item: string;
            /** Agrees */
            agrees: boolean;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * AgreementOut
         * @description Một ý kiến của thành viên Hội đồng.
         */
        AgreementOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Holder Name */
            holder_name: string;
            /** Item */
            item: string;
            /** Agrees */
            agrees: boolean;
            /** Note */
            note: string;
            /** Result Version */
            result_version: number;
            /** Version */
            version: number;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
        };
        /**
         * AnswerIn
         * @description Trả lời: giữ nguyên (`upheld`) hoặc đã đính chính (`corrected`, sau khi công bố bản đính chính), kèm lý do.
         */
        AnswerIn: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "upheld" | "corrected";
            /** Reason */
            reason: string;
        };
        /**
         * AppealIn
         * @description Nội dung kiến nghị về kết quả đã công bố của đơn vị mình.
         */
        AppealIn: {
            /** Text */
            text: string;
        };
        /**
         * AppealOut
         * @description Một kiến nghị về bản công bố `result_version`; `outcome` trống khi chưa trả lời.
         */
        AppealOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Result Version */
            result_version: number;
            /** Newest Version */
            newest_version: number;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Text */
            text: string;
            /** Asked By Name */
            asked_by_name: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Outcome */
            outcome: ("upheld" | "corrected") | null;
            /** Reason */
            reason: string;
            /** Corrected Version */
            corrected_version: number | null;
            /** Answered By Name */
            answered_by_name: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * BandOut
         * @description Số đơn vị có chỉ số từ `start` đến dưới `end` (%).
         */
        BandOut: {
            /** Start */
            start: number;
            /** End */
            end: number;
            /** Units */
            units: number;
        };
        /**
         * CellOut
         * @description Điểm của một đơn vị ở một lĩnh vực, và bao nhiêu phần trăm điểm tối đa.
         */
        CellOut: {
            /** Points */
            points: string;
            /** Percent */
            percent: string;
        };
        /**
         * CheckOut
         * @description Văn bản mang mã kiểm tra này là gì, và còn hiệu lực không (`superseded`: đã có bản đính chính).
         *
         *     `period_id`: có khi kết quả công bố xem được ở `/published/{period_id}`.
         */
        CheckOut: {
            /** Fingerprint */
            fingerprint: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "ranking" | "publication" | "self_assessment" | "appraisal_record" | "submission" | "decision" | "minutes";
            /** Title */
            title: string;
            /** Program */
            program: string | null;
            /** Year */
            year: number | null;
            /** Rehearsal */
            rehearsal: boolean;
            /** Ranking Group */
            ranking_group: string | null;
            /** Unit Code */
            unit_code: string | null;
            /** Unit Name */
            unit_name: string | null;
            /** Result Version */
            result_version: number | null;
            /** Superseded */
            superseded: boolean;
            /** Imported */
            imported: boolean;
            /** Period Id */
            period_id: string | null;
            decision: components["schemas"]["DecisionOut"] | null;
            /** Published At */
            published_at: string | null;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
        };
        /**
         * ClockOut
         * @description Đồng hồ riêng của kỳ diễn tập như dịch vụ này đã biết; `clock_at` trống: kỳ chạy theo giờ thật.
         */
        ClockOut: {
            /** Clock Version */
            clock_version: number;
            /** Clock At */
            clock_at: string | null;
        };
        /**
         * CorrectIn
         * @description Công bố bản đính chính, kèm lý do.
         */
        CorrectIn: {
            decision: components["schemas"]["DecisionIn"];
            /** Reason */
            reason: string;
        };
        /**
         * CouncilItemOut
         * @description Một tiêu chí hoặc mục điểm và điểm các đơn vị đạt được; `differing`: số đơn vị có điểm thẩm định khác điểm tự chấm.
         */
        CouncilItemOut: {
            /** Item */
            item: string;
            /** Title */
            title: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "leaf" | "bonus" | "deduction";
            /** Field Code */
            field_code: string | null;
            /** Field Title */
            field_title: string;
            /** Max Score */
            max_score: string;
            /** Units */
            units: number;
            /** Not Applicable */
            not_applicable: number;
            /** Differing */
            differing: number;
            /** Count */
            count: number | null;
            /** Self Mean */
            self_mean: string | null;
            /** Mean */
            mean: string | null;
            /** Best */
            best: string | null;
            /** Worst */
            worst: string | null;
        };
        /**
         * CouncilSetOut
         * @description Một bộ tiêu chí của kỳ với mọi mục theo thứ tự của bộ.
         */
        CouncilSetOut: {
            /** Set Code */
            set_code: string;
            /** Title */
            title: string;
            /** Items */
            items: components["schemas"]["CouncilItemOut"][];
        };
        /**
         * DecisionIn
         * @description Quyết định công bố: số, ngày và mã SHA-256 của tệp đã ký (nếu có).
         */
        DecisionIn: {
            /** Number */
            number: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /** File Sha256 */
            file_sha256?: string | null;
        };
        /** DecisionOut */
        DecisionOut: {
            /** Number */
            number: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /** File Sha256 */
            file_sha256: string | null;
        };
        /**
         * FieldOfMatrixOut
         * @description Một lĩnh vực; `points` và `percent` (% điểm tối đa) trống khi chỉ được xem đơn vị của mình.
         */
        FieldOfMatrixOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Max Score */
            max_score: string | null;
            points: components["schemas"]["SpreadOut"] | null;
            percent: components["schemas"]["SpreadOut"] | null;
        };
        /**
         * FieldOut
         * @description Một lĩnh vực; điểm tối đa lớn nhất khi các bộ tiêu chí khác nhau, trống nếu không biết.
         */
        FieldOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Max Score */
            max_score: string | null;
        };
        /** GroupOut */
        GroupOut: {
            /** Ranking Group */
            ranking_group: string;
            /** Units */
            units: number;
        };
        /**
         * ImportCheckOut
         * @description Kết quả kiểm tra thử: không có `faults` thì nhập được. `exists`: năm này đã nhập, muốn thay phải đính chính.
         */
        ImportCheckOut: {
            /** Lines */
            lines: number;
            /** Groups */
            groups: components["schemas"]["ImportGroupOut"][];
            /** Exists */
            exists: string | null;
            /** Faults */
            faults: components["schemas"]["ImportFaultOut"][];
            /** Remarks */
            remarks: components["schemas"]["ImportRemarkOut"][];
        };
        /**
         * ImportCorrectionIn
         * @description Bảng thay bảng đã nhập, kèm lý do; bản cũ vẫn được giữ.
         */
        ImportCorrectionIn: {
            /**
             * Program
             * @enum {string}
             */
            program: "par_index" | "task_completion";
            /** Year */
            year: number;
            decision: components["schemas"]["ImportDecisionIn"];
            /** Fields */
            fields?: components["schemas"]["ImportFieldIn"][];
            /** Lines */
            lines: components["schemas"]["ImportLineIn"][];
            /** Reason */
            reason: string;
        };
        /**
         * ImportDecisionIn
         * @description Quyết định đã công bố kết quả: số, ngày và mã SHA-256 của tệp quyết định.
         */
        ImportDecisionIn: {
            /** Number */
            number: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /** File Sha256 */
            file_sha256: string;
        };
        /**
         * ImportFaultOut
         * @description Một ô chưa đúng: dòng (từ 0), cột (`field_totals/<mã>` với điểm lĩnh vực) và lỗi.
         */
        ImportFaultOut: {
            /** Index */
            index: number;
            /** Column */
            column: string;
            /** Problem */
            problem: {
                [key: string]: unknown;
            };
        };
        /**
         * ImportFieldIn
         * @description Một lĩnh vực có điểm trong bảng; `max_score` trống nếu không biết.
         */
        ImportFieldIn: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Max Score */
            max_score?: string | null;
        };
        /** ImportGroupOut */
        ImportGroupOut: {
            /** Ranking Group */
            ranking_group: string;
            /** Units */
            units: number;
        };
        /**
         * ImportIn
         * @description Bảng kết quả đã công bố của một chương trình trong một năm trước.
         */
        ImportIn: {
            /**
             * Program
             * @enum {string}
             */
            program: "par_index" | "task_completion";
            /** Year */
            year: number;
            decision: components["schemas"]["ImportDecisionIn"];
            /** Fields */
            fields?: components["schemas"]["ImportFieldIn"][];
            /** Lines */
            lines: components["schemas"]["ImportLineIn"][];
        };
        /**
         * ImportLineIn
         * @description Một đơn vị của bảng; mọi ô là chuỗi, số dùng dấu chấm, ô trống là chuỗi rỗng.
         *
         *     Cần mã hoặc tên đơn vị (như năm đó), nhóm xếp hạng, và chỉ số hoặc tổng điểm cùng điểm tối đa áp dụng.
         */
        ImportLineIn: {
            /**
             * Unit Code
             * @default
             */
            unit_code: string;
            /**
             * Unit Name
             * @default
             */
            unit_name: string;
            /**
             * Ranking Group
             * @default
             */
            ranking_group: string;
            /**
             * Rank
             * @default
             */
            rank: string;
            /**
             * Self Total
             * @default
             */
            self_total: string;
            /**
             * Appraised Total
             * @default
             */
            appraised_total: string;
            /**
             * Survey Total
             * @default
             */
            survey_total: string;
            /**
             * Bonus
             * @default
             */
            bonus: string;
            /**
             * Deduction
             * @default
             */
            deduction: string;
            /**
             * Final Score
             * @default
             */
            final_score: string;
            /**
             * Applicable Max
             * @default
             */
            applicable_max: string;
            /**
             * Index Percent
             * @default
             */
            index_percent: string;
            /**
             * Level
             * @default
             */
            level: string;
            /** Field Totals */
            field_totals?: {
                [key: string]: string;
            };
        };
        /**
         * ImportRemarkOut
         * @description Một ô cần xem lại nhưng vẫn nhập được.
         */
        ImportRemarkOut: {
            /** Index */
            index: number;
            /** Column */
            column: string;
            /** Detail */
            detail: string;
        };
        /**
         * ItemResultOut
         * @description Điểm của một tiêu chí, hoặc số lần và điểm của một mục thưởng, trừ.
         */
        ItemResultOut: {
            /** Item */
            item: string;
            /** Self Score */
            self_score: string | null;
            /** Appraised Score */
            appraised_score: string | null;
            /** Final Score */
            final_score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: number | null;
            /** Is Adjustment */
            is_adjustment: boolean;
        };
        /** LevelCountOut */
        LevelCountOut: {
            /** Title */
            title: string;
            /** Units */
            units: number;
        };
        /**
         * LineOfMatrixOut
         * @description Một đơn vị; lĩnh vực không có trong bộ tiêu chí của đơn vị thì không có ô.
         */
        LineOfMatrixOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Rank */
            rank: number | null;
            /** Index Percent */
            index_percent: string;
            /** Cells */
            cells: {
                [key: string]: components["schemas"]["CellOut"];
            };
        };
        /** LogBy */
        LogBy: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Holder Name */
            holder_name: string;
            /** Username */
            username: string;
        };
        /**
         * LogLine
         * @description `by` is null where the platform acted by itself.
         */
        LogLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Act */
            act: string;
            /** Title */
            title: string;
            by: components["schemas"]["LogBy"] | null;
            /** Unit Code */
            unit_code: string | null;
            /** Subject */
            subject: string;
            /** Reason */
            reason: string;
        };
        /**
         * MatrixOut
         * @description Đơn vị theo lĩnh vực, số đơn vị theo mức và theo khoảng chỉ số, của một nhóm xếp hạng.
         */
        MatrixOut: {
            /** Ranking Group */
            ranking_group: string;
            /** Fields */
            fields: components["schemas"]["FieldOfMatrixOut"][];
            /** Lines */
            lines: components["schemas"]["LineOfMatrixOut"][];
            index: components["schemas"]["SpreadOut"] | null;
            /** Levels */
            levels: components["schemas"]["LevelCountOut"][];
            /** Bands */
            bands: components["schemas"]["BandOut"][];
        };
        /** Page[AgreementOut] */
        Page_AgreementOut_: {
            /** Items */
            items: components["schemas"]["AgreementOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[AppealOut] */
        Page_AppealOut_: {
            /** Items */
            items: components["schemas"]["AppealOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[LogLine] */
        Page_LogLine_: {
            /** Items */
            items: components["schemas"]["LogLine"][];
            /** Next */
            next?: string | null;
        };
        /** Page[PublicationOut] */
        Page_PublicationOut_: {
            /** Items */
            items: components["schemas"]["PublicationOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ResultChangeOut] */
        Page_ResultChangeOut_: {
            /** Items */
            items: components["schemas"]["ResultChangeOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ResultLineOut] */
        Page_ResultLineOut_: {
            /** Items */
            items: components["schemas"]["ResultLineOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ResultOut] */
        Page_ResultOut_: {
            /** Items */
            items: components["schemas"]["ResultOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[SessionOut] */
        Page_SessionOut_: {
            /** Items */
            items: components["schemas"]["SessionOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[SheetScoresOut] */
        Page_SheetScoresOut_: {
            /** Items */
            items: components["schemas"]["SheetScoresOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * PublicationOut
         * @description Một lần công bố; `newest_version` lớn hơn `result_version` nghĩa là đã có bản đính chính.
         *
         *     `imported`: kết quả của năm trước được nhập vào hệ thống như đã công bố, `published_at` là lúc nhập.
         */
        PublicationOut: {
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Program */
            program: string;
            /** Year */
            year: number;
            /** Result Version */
            result_version: number;
            /** Newest Version */
            newest_version: number;
            decision: components["schemas"]["DecisionOut"];
            /** Reason */
            reason: string;
            /** Imported */
            imported: boolean;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Fingerprint */
            fingerprint: string;
        };
        /**
         * PublishIn
         * @description Công bố lần đầu.
         */
        PublishIn: {
            decision: components["schemas"]["DecisionIn"];
        };
        /**
         * PublishedLineOut
         * @description Kết quả đã công bố của một đơn vị; điểm trống là bảng nhập từ năm trước không có.
         *
         *     `previous_rank`: thứ hạng năm trước trong cùng nhóm; `rank_change`: lên (dương) hay xuống (âm) bao nhiêu bậc.
         *     `previous_unit_name`: tên đơn vị cũ khi đó là thứ hạng của đơn vị duy nhất đã hợp nhất vào đơn vị này; trống khi là của chính đơn vị.
         */
        PublishedLineOut: {
            /** Ranking Group */
            ranking_group: string;
            /** Rank */
            rank: number | null;
            /** Previous Rank */
            previous_rank: number | null;
            /** Previous Unit Name */
            previous_unit_name: string | null;
            /** Rank Change */
            rank_change: number | null;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Set Code */
            set_code: string;
            /** Self Total */
            self_total: string | null;
            /** Appraised Total */
            appraised_total: string | null;
            /** Survey Total */
            survey_total: string | null;
            /** Bonus */
            bonus: string | null;
            /** Deduction */
            deduction: string | null;
            /** Final Score */
            final_score: string | null;
            /** Applicable Max */
            applicable_max: string | null;
            /** Index Percent */
            index_percent: string;
            /** Index Exact */
            index_exact: string | null;
            /** Level */
            level: string;
            /** Level Title */
            level_title: string;
            /** Knocked Out By */
            knocked_out_by: string[];
            /** Field Totals */
            field_totals: {
                [key: string]: string;
            };
        };
        /**
         * PublishedOut
         * @description Một lần công bố với các nhóm xếp hạng, các lĩnh vực và từng dòng kết quả; `previous_year_known`: năm trước có kết quả để so.
         */
        PublishedOut: {
            /** Items */
            items: components["schemas"]["PublishedLineOut"][];
            /** Next */
            next?: string | null;
            publication: components["schemas"]["PublicationOut"];
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** Previous Year Known */
            previous_year_known: boolean;
        };
        /**
         * ResultChangeOut
         * @description Một lần kết quả đổi trạng thái hoặc đổi số liệu; `changed_by` trống: hệ thống tự tổng hợp.
         */
        ResultChangeOut: {
            /** Version */
            version: number;
            /** Result Version */
            result_version: number;
            /** Status */
            status: string;
            /** Reason */
            reason: string;
            /** Minutes Sha256 */
            minutes_sha256: string | null;
            /** Changed By */
            changed_by: string | null;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * ResultLineOut
         * @description Kết quả của một đơn vị. Điểm và tỷ lệ là chuỗi số chính xác theo số chữ số của bộ tiêu chí.
         *
         *     `previous_rank`: thứ hạng đã công bố năm trước trong cùng nhóm; `rank_change`: lên (dương) hay xuống (âm) bao nhiêu bậc.
         *     `previous_unit_name`: tên đơn vị cũ khi đó là thứ hạng của đơn vị duy nhất đã hợp nhất vào đơn vị này; trống khi là của chính đơn vị.
         */
        ResultLineOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Program */
            program: string;
            /** Ranking Group */
            ranking_group: string;
            /** Rank */
            rank: number | null;
            /** Previous Rank */
            previous_rank: number | null;
            /** Previous Unit Name */
            previous_unit_name: string | null;
            /** Rank Change */
            rank_change: number | null;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Set Code */
            set_code: string;
            /** Self Total */
            self_total: string;
            /** Appraised Total */
            appraised_total: string;
            /** Survey Total */
            survey_total: string;
            /** Bonus */
            bonus: string;
            /** Deduction */
            deduction: string;
            /** Final Score */
            final_score: string;
            /** Applicable Max */
            applicable_max: string;
            /** Index Percent */
            index_percent: string;
            /** Index Exact */
            index_exact: string;
            /** Level */
            level: string;
            /** Level Title */
            level_title: string;
            /** Level By Index */
            level_by_index: string;
            /** Knocked Out By */
            knocked_out_by: string[];
            /** Field Totals */
            field_totals: {
                [key: string]: string;
            };
            /** Unscored */
            unscored: string[];
        };
        /**
         * ResultOut
         * @description Trạng thái kết quả của một kỳ; `waiting_for` nói việc tổng hợp còn chờ gì.
         *
         *     `allowed_actions`: tài khoản đang dùng làm được gì lúc này
         *     (`read_council`, `open_session`, `give_opinion`, `agree`, `publish`, `correct`,
         *     `appeal`, `read_appeals`).
         */
        ResultOut: {
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Program */
            program: string;
            /** Year */
            year: number;
            /** Rehearsal */
            rehearsal: boolean;
            /** Status */
            status: string;
            /** Result Version */
            result_version: number;
            /** Waiting For */
            waiting_for: components["schemas"]["WaitingForOut"][];
            /** Aggregated At */
            aggregated_at: string | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /** Version */
            version: number;
        };
        /**
         * SessionOut
         * @description Một phiên họp Hội đồng; trong phiên, thành viên đã bị khóa được đăng nhập để xem và cho ý kiến.
         */
        SessionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Opened By Name */
            opened_by_name: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * SheetScoresOut
         * @description Điểm từng mục của một phiếu.
         */
        SheetScoresOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Items */
            items: components["schemas"]["ItemResultOut"][];
        };
        /**
         * SpreadOut
         * @description Cao nhất, thấp nhất và trung bình (làm tròn).
         */
        SpreadOut: {
            /** Best */
            best: string;
            /** Worst */
            worst: string;
            /** Mean */
            mean: string;
        };
        /**
         * UnitOfYearOut
         * @description Kết quả của đơn vị được hỏi trong năm đó.
         */
        UnitOfYearOut: {
            /** Unit Name */
            unit_name: string;
            /** Rank */
            rank: number | null;
            /** Index Percent */
            index_percent: string;
            /** Final Score */
            final_score: string | null;
            /** Applicable Max */
            applicable_max: string | null;
            /** Level Title */
            level_title: string;
        };
        /**
         * WaitingForOut
         * @description Một việc mà kết quả còn chờ: `appraisal` (cơ quan `appraiser_code`), `survey` (phiếu `form`), `par_index`, `self_assessment`.
         */
        WaitingForOut: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Appraiser Code */
            appraiser_code?: string | null;
            /** Form */
            form?: string | null;
        };
        /**
         * WhyDeclaredOut
         * @description Đơn vị đã kê khai gì, nguyên văn.
         */
        WhyDeclaredOut: {
            /** Option */
            option: string | null;
            /** Numerator */
            numerator: string | null;
            /** Denominator */
            denominator: string | null;
            /** Count */
            count: number | null;
            /** Is Claim */
            is_claim: boolean;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: string[];
        };
        /**
         * WhyDelayOut
         * @description Gửi đúng hạn hay chậm: `working_days` trống khi không gửi (`never_sent`) hoặc còn gửi được.
         */
        WhyDelayOut: {
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /**
             * Last Instant
             * Format: date-time
             */
            last_instant: string;
            /** Extended */
            extended: boolean;
            /** Sent At */
            sent_at: string | null;
            /** Working Days */
            working_days: number | null;
            /** Never Sent */
            never_sent: boolean;
            /** Sentence */
            sentence: string;
        };
        /**
         * WhyFieldOut
         * @description Một lĩnh vực: điểm đạt được, điểm tối đa, cộng từ các tiêu chí nào.
         */
        WhyFieldOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Value */
            value: string;
            /** Max Score */
            max_score: string;
            /** Items */
            items: string[];
        };
        /**
         * WhyFormOut
         * @description Một phiếu khảo sát: trọng số, trọng số sau khi chia lại, số phiếu hợp lệ, vì sao bị bỏ (`too_few`, `no_answers`).
         */
        WhyFormOut: {
            /** Form */
            form: string;
            /** Title */
            title: string;
            /** Weight */
            weight: string;
            /** Used Weight */
            used_weight: string;
            /** Valid */
            valid: number;
            /** Min Responses */
            min_responses: number;
            /** Percent */
            percent: string | null;
            /** Left Out */
            left_out: string | null;
            /** Questions */
            questions: components["schemas"]["WhyQuestionOut"][];
        };
        /**
         * WhyGivenOut
         * @description Cơ quan thẩm định đã cho gì, vì sao.
         */
        WhyGivenOut: {
            /** Appraiser Code */
            appraiser_code: string;
            /** Score */
            score: string | null;
            /** Count */
            count: number | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Reason */
            reason: string;
            /**
             * Scored At
             * Format: date-time
             */
            scored_at: string;
        };
        /**
         * WhyItemOut
         * @description Một tiêu chí hoặc mục điểm: điểm, nguồn của điểm và từng bước bằng lời.
         */
        WhyItemOut: {
            /** Item */
            item: string;
            /** Title */
            title: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "leaf" | "bonus" | "deduction";
            /**
             * Source
             * @enum {string}
             */
            source: "appraisal" | "survey" | "system";
            /** Max Score */
            max_score: string;
            /** Self Score */
            self_score: string | null;
            /** Appraised Score */
            appraised_score: string | null;
            /** Final Score */
            final_score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: number | null;
            declared: components["schemas"]["WhyDeclaredOut"] | null;
            given: components["schemas"]["WhyGivenOut"] | null;
            /** Survey */
            survey: components["schemas"]["WhyFormOut"][];
            /** Sentences */
            sentences: string[];
        };
        /**
         * WhyKnockOutOut
         * @description Một điều kiện khống chế: có xảy ra không, có hạ mức không.
         */
        WhyKnockOutOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Check */
            check: string;
            /** Max Level */
            max_level: string;
            /** Holds */
            holds: boolean;
            /** Lowers */
            lowers: boolean;
            /** Sentence */
            sentence: string;
        };
        /**
         * WhyLevelOut
         * @description Mức theo chỉ số, rồi mức sau các điều kiện khống chế.
         */
        WhyLevelOut: {
            /** Level */
            level: string;
            /** Title */
            title: string;
            /** By Index */
            by_index: string;
            /** Min Percent */
            min_percent: string;
            /** Knock Outs */
            knock_outs: components["schemas"]["WhyKnockOutOut"][];
            /** Sentences */
            sentences: string[];
        };
        /**
         * WhyNumberOut
         * @description Một số tổng: giá trị hiển thị, giá trị chính xác, được cộng từ các mục nào.
         */
        WhyNumberOut: {
            /** Name */
            name: string;
            /** Value */
            value: string;
            /** Exact */
            exact: string;
            /** Items */
            items: string[];
            /** Sentence */
            sentence: string;
        };
        /**
         * WhyOut
         * @description Vì sao kết quả của một đơn vị là như vậy. `being_computed`: có số liệu mới đang được tính, hãy xem lại sau giây lát.
         */
        WhyOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Program */
            program: string;
            /** Year */
            year: number;
            /** Rehearsal */
            rehearsal: boolean;
            /** Status */
            status: string;
            /** Result Version */
            result_version: number;
            /** Being Computed */
            being_computed: boolean;
            /** Set Code */
            set_code: string;
            /** Set Title */
            set_title: string;
            /** Set Decision */
            set_decision: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Ranking Group */
            ranking_group: string;
            delay: components["schemas"]["WhyDelayOut"];
            par_index: components["schemas"]["WhyNumberOut"] | null;
            /** Items */
            items: components["schemas"]["WhyItemOut"][];
            /** Fields */
            fields: components["schemas"]["WhyFieldOut"][];
            /** Totals */
            totals: components["schemas"]["WhyNumberOut"][];
            level: components["schemas"]["WhyLevelOut"];
            rank: components["schemas"]["WhyRankOut"];
        };
        /**
         * WhyQuestionOut
         * @description Một câu hỏi: số trả lời theo phương án, số được tính, tỷ lệ (trống: không ai trả lời nên không tính vào trung bình).
         */
        WhyQuestionOut: {
            /** Question */
            question: string;
            /** Text */
            text: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Counted */
            counted: number;
            /** Percent */
            percent: string | null;
        };
        /**
         * WhyRankOut
         * @description Thứ hạng trong nhóm.
         */
        WhyRankOut: {
            /** Rank */
            rank: number | null;
            /** Units */
            units: number;
            /** Shared With */
            shared_with: number;
            /** Rank By */
            rank_by: string;
            /** Tie Rule */
            tie_rule: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * YearOut
         * @description Một năm, một nhóm xếp hạng: số đơn vị, chỉ số cao nhất, thấp nhất, trung bình.
         */
        YearOut: {
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Year */
            year: number;
            /** Imported */
            imported: boolean;
            /** Ranking Group */
            ranking_group: string;
            /** Units */
            units: number;
            /** Best */
            best: string;
            /** Worst */
            worst: string;
            /** Mean */
            mean: string;
            unit: components["schemas"]["UnitOfYearOut"] | null;
        };
        /**
         * YearsOut
         * @description Các năm, cũ trước mới sau.
         */
        YearsOut: {
            /** Items */
            items: components["schemas"]["YearOut"][];
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
    list_periods: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
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
                    "application/json": components["schemas"]["Page_ResultOut_"];
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
    get_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["ResultOut"];
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
    get_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["ClockOut"];
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
    list_results: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["Page_ResultLineOut_"];
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
    list_scores: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["Page_SheetScoresOut_"];
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
    list_changes: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["Page_ResultChangeOut_"];
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
    get_matrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
                group: string;
            };
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
                    "application/json": components["schemas"]["MatrixOut"];
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
    compare_years: {
        parameters: {
            query: {
                program: "par_index" | "task_completion";
                group?: string | null;
                unit?: string | null;
            };
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
                    "application/json": components["schemas"]["YearsOut"];
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
    explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
            };
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
                    "application/json": components["schemas"]["WhyOut"];
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
    list_council_sessions: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["Page_SessionOut_"];
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
    open_council_session: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
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
    get_council_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
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
    close_council_session: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                session_id: string;
            };
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
    list_agreements: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                session_id: string;
            };
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
                    "application/json": components["schemas"]["Page_AgreementOut_"];
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
    give_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementOut"];
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
    list_council_items: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["CouncilSetOut"][];
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
    agree_on_result: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultOut"];
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
    publish: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
                "Idempotency-Key"?: string | null;
            };
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultOut"];
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
    correct: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
                "Idempotency-Key"?: string | null;
            };
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultOut"];
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
    list_published: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
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
                    "application/json": components["schemas"]["Page_PublicationOut_"];
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
    get_published: {
        parameters: {
            query?: {
                /** @description Bản công bố; trống là bản mới nhất */
                version?: number | null;
                /** @description Nhóm xếp hạng */
                group?: string | null;
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["PublishedOut"];
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
    check_fingerprint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mã in trên văn bản: 64 chữ số thập lục phân */
                fingerprint: string;
            };
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
                    "application/json": components["schemas"]["CheckOut"];
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
    check_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportCheckOut"];
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
    import_results: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
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
    correct_import: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
                "Idempotency-Key"?: string | null;
            };
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCorrectionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
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
    list_appeals: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
            };
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
                    "application/json": components["schemas"]["Page_AppealOut_"];
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
    appeal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
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
    answer_appeal: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                appeal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
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
    print_ranking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
                group: string;
                file_format: "pdf" | "docx" | "xlsx" | "csv" | "json";
            };
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
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv": unknown;
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
    print_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
                kind: "submission" | "decision" | "minutes";
                file_format: "pdf" | "docx";
            };
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
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
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
    download_published: {
        parameters: {
            query?: {
                /** @description Bản công bố; trống là bản mới nhất */
                version?: number | null;
            };
            header?: never;
            path: {
                period_id: string;
                group: string;
                file_format: "xlsx" | "csv" | "json";
            };
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv": unknown;
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
    read_log: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                since?: string | null;
                until?: string | null;
                who?: string | null;
                act?: string[] | null;
                unit_code?: string | null;
            };
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
                    "application/json": components["schemas"]["Page_LogLine_"];
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
    export_log: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                who?: string | null;
                act?: string[] | null;
                unit_code?: string | null;
            };
            header?: never;
            path: {
                kind: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
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
    read_own_log: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                since?: string | null;
                until?: string | null;
                who?: string | null;
                act?: string[] | null;
                unit_code?: string | null;
            };
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
                    "application/json": components["schemas"]["Page_LogLine_"];
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
