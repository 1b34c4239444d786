// Written by `make api` from docs/api/appraisal.openapi.json; not by hand.
export interface paths {
    "/api/appraisal/appraisals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách kết quả thẩm định: của cơ quan mình, lãnh đạo Sở Nội vụ xem tất cả
         * @description Danh sách kết quả thẩm định: của cơ quan mình, lãnh đạo Sở Nội vụ xem tất cả.
         */
        get: operations["list_appraisals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xem một kết quả thẩm định
         * @description Xem một kết quả thẩm định.
         */
        get: operations["get_appraisal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/periods/{period_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tiến độ thẩm định của kỳ: đã chấm bao nhiêu, gửi hay chưa, không có điểm
         * @description Tiến độ thẩm định của kỳ: đã chấm bao nhiêu, gửi hay chưa, không có điểm.
         */
        get: operations["read_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xem phân công trong cơ quan
         * @description Xem phân công trong cơ quan.
         */
        get: operations["list_members"];
        /**
         * Phân công các thành viên của cơ quan; thành viên chỉ chấm phần được giao, đầu mối chấm được tất cả
         * @description Phân công các thành viên của cơ quan; thành viên chỉ chấm phần được giao, đầu mối chấm được tất cả.
         *
         *     Khi chưa phân công gì, mọi thành viên được chấm mọi tiêu chí của cơ quan. Phân công mới thay toàn bộ phân công cũ.
         */
        put: operations["assign_members"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/periods/{period_id}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ma trận phân công thẩm định của kỳ, kèm chỗ trống, chỗ trùng và cơ quan thẩm định thay; không có điểm
         * @description Ma trận phân công thẩm định của kỳ, kèm chỗ trống, chỗ trùng và cơ quan thẩm định thay; không có điểm.
         */
        get: operations["show_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/sheets/{sheet_id}/items/{item}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Chấm điểm một tiêu chí, hoặc xác nhận số lần của một mục; điểm khác điểm tự chấm phải nêu lý do (Điều 10.2)
         * @description Chấm điểm một tiêu chí, hoặc xác nhận số lần của một mục; điểm khác điểm tự chấm phải nêu lý do (Điều 10.2).
         */
        put: operations["save_score"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Chấm nhiều điểm một lần, tối đa 1000 dòng; dòng đúng được lưu, dòng sai bị từ chối kèm lý do
         * @description Chấm nhiều điểm một lần, tối đa 1000 dòng; dòng đúng được lưu, dòng sai bị từ chối kèm lý do.
         */
        patch: operations["save_scores"];
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đồng ý với điểm tự chấm, đề nghị không áp dụng hoặc số lần kê khai của đơn vị, tối đa 1000 dòng
         * @description Đồng ý với điểm tự chấm, đề nghị không áp dụng hoặc số lần kê khai của đơn vị, tối đa 1000 dòng.
         */
        post: operations["agree_with_self_scores"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các yêu cầu giải trình của cơ quan qua các vòng, kèm trả lời của đơn vị
         * @description Các yêu cầu giải trình của cơ quan qua các vòng, kèm trả lời của đơn vị.
         */
        get: operations["list_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Yêu cầu đơn vị giải trình các tiêu chí, tối đa 1000 dòng; câu hỏi đến đơn vị khi đầu mối gửi kết quả của vòng
         * @description Yêu cầu đơn vị giải trình các tiêu chí, tối đa 1000 dòng; câu hỏi đến đơn vị khi đầu mối gửi kết quả của vòng.
         */
        patch: operations["ask_questions"];
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/knock-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách điều kiện khống chế do cơ quan xác nhận, trên các phiếu đã gửi hoặc hết hạn gửi
         * @description Danh sách điều kiện khống chế do cơ quan xác nhận, trên các phiếu đã gửi hoặc hết hạn gửi.
         */
        get: operations["list_knock_outs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Xác nhận hoặc bỏ xác nhận điều kiện khống chế (đầu mối thẩm định), tối đa 1000 dòng
         * @description Xác nhận hoặc bỏ xác nhận điều kiện khống chế (đầu mối thẩm định), tối đa 1000 dòng.
         */
        patch: operations["confirm_knock_outs"];
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/second-looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các đề nghị xem lại trong cơ quan: đầu mối thấy tất cả, thành viên thấy những đề nghị gửi cho mình
         * @description Các đề nghị xem lại trong cơ quan: đầu mối thấy tất cả, thành viên thấy những đề nghị gửi cho mình.
         */
        get: operations["list_second_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Đầu mối đề nghị thành viên xem lại các mục, tối đa 1000 dòng; đề nghị mới thay đề nghị cũ của mục đó
         * @description Đầu mối đề nghị thành viên xem lại các mục, tối đa 1000 dòng; đề nghị mới thay đề nghị cũ của mục đó.
         */
        patch: operations["ask_second_looks"];
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/second-looks/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Thành viên được đề nghị trả lời: đồng ý, hoặc đề xuất điểm khác kèm lý do, tối đa 1000 dòng
         * @description Thành viên được đề nghị trả lời: đồng ý, hoặc đề xuất điểm khác kèm lý do, tối đa 1000 dòng.
         */
        patch: operations["answer_second_looks"];
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gửi lúc này thì khóa những gì, và điều gì còn ngăn việc gửi
         * @description Gửi lúc này thì khóa những gì, và điều gì còn ngăn việc gửi.
         */
        get: operations["preview_sending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi kết quả thẩm định của vòng; gửi xong thì hết quyền sửa (Điều 10.3), có yêu cầu giải trình thì còn vòng sau
         * @description Gửi kết quả thẩm định của vòng; gửi xong thì hết quyền sửa (Điều 10.3), có yêu cầu giải trình thì còn vòng sau.
         */
        post: operations["send_appraisal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mở lại kết quả thẩm định đã gửi, có lý do; phiếu của đơn vị của chính người mở vẫn đóng
         * @description Mở lại kết quả thẩm định đã gửi, có lý do; phiếu của đơn vị của chính người mở vẫn đóng.
         */
        post: operations["reopen_appraisal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách tiêu chí được phân công còn thiếu điểm
         * @description Danh sách tiêu chí được phân công còn thiếu điểm.
         */
        get: operations["list_missing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lần mở, gửi và mở lại kết quả thẩm định
         * @description Các lần mở, gửi và mở lại kết quả thẩm định.
         */
        get: operations["list_appraisal_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/periods/{period_id}/phase-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gia hạn giai đoạn thẩm định, có lý do
         * @description Gia hạn giai đoạn thẩm định, có lý do.
         */
        post: operations["extend_phase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/periods/{period_id}/phase-extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lần gia hạn giai đoạn thẩm định của kỳ
         * @description Các lần gia hạn giai đoạn thẩm định của kỳ.
         */
        get: operations["list_phase_extensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các tiêu chí và mục được phân công, trên các phiếu đã gửi hoặc hết hạn gửi; lọc theo phiếu, bộ tiêu chí, tiêu chí
         * @description Các tiêu chí và mục được phân công, trên các phiếu đã gửi hoặc hết hạn gửi; lọc theo phiếu, bộ tiêu chí, tiêu chí.
         */
        get: operations["list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/appraisals/{appraisal_id}/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toàn bộ việc thẩm định của cơ quan dưới dạng lưới: đơn vị, tiêu chí, và mỗi ô một trạng thái, không có nội dung chi tiết
         * @description Toàn bộ việc thẩm định của cơ quan dưới dạng lưới: đơn vị, tiêu chí, và mỗi ô một trạng thái, không có nội dung chi tiết.
         */
        get: operations["get_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/sheets/{sheet_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xem phiếu: cơ quan thẩm định thấy tiêu chí của mình, lãnh đạo Sở Nội vụ thấy tất cả
         * @description Xem phiếu: cơ quan thẩm định thấy tiêu chí của mình, lãnh đạo Sở Nội vụ thấy tất cả.
         *
         *     Đơn vị thấy phiếu của mình khi kỳ cho xem: từ thời gian giải trình (điểm của các vòng đã gửi), khi tổng hợp, hoặc khi công bố.
         */
        get: operations["get_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/sheets/{sheet_id}/items/{item}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mọi thay đổi điểm thẩm định của một tiêu chí: trước, sau, ai, khi nào, vì sao
         * @description Mọi thay đổi điểm thẩm định của một tiêu chí: trước, sau, ai, khi nào, vì sao.
         */
        get: operations["list_item_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/sheets/{sheet_id}/evidence/{sha256}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đường dẫn tải một tài liệu kiểm chứng của phiếu, có hạn vài phút; việc cấp được ghi nhật ký
         * @description Đường dẫn tải một tài liệu kiểm chứng của phiếu, có hạn vài phút; việc cấp được ghi nhật ký.
         */
        get: operations["link_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/sheets/{sheet_id}/record.{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu thẩm định dạng PDF, DOCX hoặc XLSX; cơ quan thẩm định nhận phần tiêu chí của mình, lãnh đạo Sở Nội vụ nhận toàn bộ
         * @description Phiếu thẩm định dạng PDF, DOCX hoặc XLSX; cơ quan thẩm định nhận phần tiêu chí của mình, lãnh đạo Sở Nội vụ nhận toàn bộ.
         */
        get: operations["print_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/periods/{period_id}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xem đồng hồ của kỳ mà dịch vụ thẩm định đang biết
         * @description Xem đồng hồ của kỳ mà dịch vụ thẩm định đang biết.
         */
        get: operations["read_clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký thẩm định: ai, việc gì, lúc nào, đơn vị nào; dòng mới nhất trước, không có điểm
         * @description Nhật ký thẩm định: ai, việc gì, lúc nào, đơn vị nào; dòng mới nhất trước, không có điểm.
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
    "/api/appraisal/log/file.{kind}": {
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
    "/api/appraisal/log/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký của tôi trong việc thẩm định
         * @description Nhật ký của tôi trong việc thẩm định.
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
    "/api/appraisal/health/live": {
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
    "/api/appraisal/health/ready": {
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
         * AgencyOut
         * @description Một cơ quan thẩm định: số mục được phân công, số đầu mối và thành viên đang hoạt động.
         *
         *     `doubles`: mục giao cho từ hai thành viên; `unshared`: mục chưa giao cho thành viên nào (khi đã có phân công trong cơ quan).
         */
        AgencyOut: {
            /** Appraiser Code */
            appraiser_code: string;
            /** Title */
            title: string;
            /** Unit Code */
            unit_code: string;
            /**
             * Appraisal Id
             * Format: uuid
             */
            appraisal_id: string;
            /** Items */
            items: number;
            /** Leads */
            leads: number;
            /** Members */
            members: number;
            /** Doubles */
            doubles: number;
            /** Unshared */
            unshared: number;
        };
        /**
         * AgreeLineIn
         * @description Tiêu chí hoặc mục được đồng ý theo đơn vị.
         */
        AgreeLineIn: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
        };
        /**
         * AgreeLines
         * @description Tối đa 1000 dòng.
         */
        AgreeLines: {
            /** Lines */
            lines: components["schemas"]["AgreeLineIn"][];
        };
        /**
         * AnswerEvidenceOut
         * @description Một tệp đơn vị bổ sung khi giải trình.
         */
        AnswerEvidenceOut: {
            /** Name */
            name: string;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /** Media Type */
            media_type: string;
        };
        /**
         * AnswerIn
         * @description Trả lời: đồng ý với điểm đang có, hoặc đề xuất điểm khác kèm lý do; trả lời không tự đổi điểm.
         */
        AnswerIn: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
            /** Confirmed */
            confirmed: boolean;
            /** Score */
            score?: string | null;
            /** Count */
            count?: string | null;
            /**
             * Not Applicable
             * @default false
             */
            not_applicable: boolean;
            /** Reason */
            reason?: string | null;
        };
        /**
         * AnswerLines
         * @description Tối đa 1000 dòng.
         */
        AnswerLines: {
            /** Lines */
            lines: components["schemas"]["AnswerIn"][];
        };
        /**
         * AppraisalEventOut
         * @description Một lần mở, gửi hoặc mở lại.
         */
        AppraisalEventOut: {
            /** Act */
            act: string;
            /** Round */
            round: number;
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /** Changed By */
            changed_by: string | null;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * AppraisalOut
         * @description Kết quả thẩm định của một cơ quan trong một kỳ; `assigned`, `scored` đếm tiêu chí, `adjustments`, `confirmed` đếm mục thưởng, trừ.
         *
         *     `asked`, `answered`: số câu hỏi của vòng đã gửi đang chờ đơn vị giải trình, và số câu đã được trả lời; `answers_until`: hạn trả lời.
         *     `second_looks`: số đề nghị xem lại đang chờ trả lời mà tài khoản được biết, `second_looks_mine`: trong đó chờ chính tài khoản này.
         *     `locked` trống: đang được sửa; `reopened`: lần mở lại gần nhất, chỉ khi đang mở lại.
         */
        AppraisalOut: {
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
            /** Program */
            program: string;
            /** Year */
            year: number;
            /** Rehearsal */
            rehearsal: boolean;
            /** Period Status */
            period_status: string;
            /**
             * Appraisal From
             * Format: date-time
             */
            appraisal_from: string;
            /** Appraisal To */
            appraisal_to: string | null;
            /** Clock At */
            clock_at: string | null;
            /** Answers Until */
            answers_until: string | null;
            /** Appraiser Code */
            appraiser_code: string;
            /** Round */
            round: number;
            /** Last Round */
            last_round: number;
            /** Status */
            status: string;
            /** Assigned */
            assigned: number;
            /** Scored */
            scored: number;
            /** Adjustments */
            adjustments: number;
            /** Confirmed */
            confirmed: number;
            /** Asked */
            asked: number;
            /** Answered */
            answered: number;
            /** Second Looks */
            second_looks: number;
            /** Second Looks Mine */
            second_looks_mine: number;
            /** Sent At */
            sent_at: string | null;
            /** Closed Units */
            closed_units: string[];
            locked: components["schemas"]["LockOut"] | null;
            reopened: components["schemas"]["ReopenedOut"] | null;
            /** Allowed Actions */
            allowed_actions: string[];
            /** Version */
            version: number;
        };
        /**
         * AskIn
         * @description Đề nghị một thành viên xem lại một mục; bỏ trống `account_id`: rút đề nghị chưa trả lời.
         */
        AskIn: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
            /** Account Id */
            account_id?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * AskLines
         * @description Tối đa 1000 dòng.
         */
        AskLines: {
            /** Lines */
            lines: components["schemas"]["AskIn"][];
        };
        /**
         * AssignedItemOut
         * @description Một tiêu chí hoặc mục được phân công; `assigned_to`: tài khoản được đầu mối giao, trống: cả cơ quan.
         *
         *     `may_write`: tài khoản đang dùng được chấm mục này trong vòng hiện tại, nếu đợt thẩm định đang mở.
         */
        AssignedItemOut: {
            /** Item */
            item: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Max Score */
            max_score: string | null;
            /** System */
            system: boolean;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Option */
            option: string | null;
            /** Numerator */
            numerator: string | null;
            /** Denominator */
            denominator: string | null;
            /** Claimed Count */
            claimed_count: string | null;
            /** Is Claim */
            is_claim: boolean;
            /** Self Score */
            self_score: string | null;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOut"][];
            /** Score */
            score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: string | null;
            /** Points */
            points: string | null;
            /** Reason */
            reason: string;
            /** Declared */
            declared: string;
            /** Difference */
            difference: string | null;
            /** Differs */
            differs: boolean;
            /** Reason Due */
            reason_due: boolean;
            /** Version */
            version: number;
            /** Scored By */
            scored_by: string | null;
            /** Scored At */
            scored_at: string | null;
            /** Clarifications */
            clarifications: components["schemas"]["ClarificationOut"][];
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Ranking Group */
            ranking_group: string;
            /** Is Sent */
            is_sent: boolean;
            /** Late */
            late: boolean;
            /** May Write */
            may_write: boolean;
            /** Assigned To */
            assigned_to: string[];
        };
        /**
         * BatchOut
         * @description Số dòng đã lưu và các dòng bị từ chối, theo thứ tự gửi.
         */
        BatchOut: {
            /** Saved */
            saved: number;
            /**
             * Refused
             * @default []
             */
            refused: components["schemas"]["RefusedLine"][];
        };
        /**
         * ClarificationOut
         * @description Một yêu cầu giải trình và trả lời của đơn vị; `sent_at` trống: chưa gửi đến đơn vị, `answer` trống: đơn vị chưa trả lời.
         */
        ClarificationOut: {
            /** Round */
            round: number;
            /** Question */
            question: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Answer */
            answer: string | null;
            /** Evidence */
            evidence: components["schemas"]["AnswerEvidenceOut"][];
            /** Answered At */
            answered_at: string | null;
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
         * ColumnOut
         * @description Một tiêu chí, mục thưởng, trừ hoặc điều kiện khống chế; `appraiser_code` trống: hệ thống tính.
         */
        ColumnOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Kind */
            kind: string;
            /** Field */
            field: string;
            /** Appraiser Code */
            appraiser_code: string | null;
        };
        /**
         * EvidenceLinkOut
         * @description Đường dẫn tải tệp, hết hạn sau vài phút.
         */
        EvidenceLinkOut: {
            /** Url */
            url: string;
            /** Name */
            name: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * EvidenceOut
         * @description Một tệp tài liệu kiểm chứng trong bản đã gửi.
         */
        EvidenceOut: {
            /** Name */
            name: string;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /** Media Type */
            media_type: string;
        };
        /**
         * GridCellOut
         * @description Một ô: chỉ số của phiếu và của tiêu chí trong hai danh sách trên, điểm hai bên, và những dấu cần để lọc.
         */
        GridCellOut: {
            /** Sheet */
            sheet: number;
            /** Leaf */
            leaf: number;
            /** Self Score */
            self_score: string | null;
            /** Score */
            score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Difference */
            difference: string | null;
            /** Marks */
            marks: ("differs" | "no_evidence" | "late" | "unscored" | "claimed" | "asked" | "may_write" | "reason_due")[];
            /** Assigned To */
            assigned_to: string[];
        };
        /**
         * GridChoiceOut
         * @description Một bậc hoặc phương án của cách chấm.
         */
        GridChoiceOut: {
            /** Label */
            label: string;
            /** Score */
            score: string;
        };
        /**
         * GridLeafOut
         * @description Một tiêu chí hoặc mục thưởng, trừ; `possible_scores`: những điểm cách chấm cho ra, trống khi mọi điểm đến tối đa đều được.
         */
        GridLeafOut: {
            /** Set Code */
            set_code: string;
            /** Item */
            item: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Field */
            field: string;
            /** Field Title */
            field_title: string;
            /** Max Score */
            max_score: string | null;
            /** Method */
            method: string;
            /** Choices */
            choices: components["schemas"]["GridChoiceOut"][];
            /** Numerator Label */
            numerator_label: string;
            /** Denominator Label */
            denominator_label: string;
            /** Possible Scores */
            possible_scores: string[] | null;
            /** Evidence */
            evidence: string[];
        };
        /**
         * GridOut
         * @description Lưới thẩm định của một cơ quan.
         */
        GridOut: {
            /** Appraiser Code */
            appraiser_code: string;
            /** Appraiser Title */
            appraiser_title: string;
            /** Sheets */
            sheets: components["schemas"]["GridSheetOut"][];
            /** Leaves */
            leaves: components["schemas"]["GridLeafOut"][];
            /** Cells */
            cells: components["schemas"]["GridCellOut"][];
        };
        /**
         * GridSheetOut
         * @description Một phiếu mà cơ quan có mục để thẩm định; `is_final`: đã gửi hoặc hết hạn gửi, nên được chấm.
         */
        GridSheetOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Ranking Group */
            ranking_group: string;
            /** Is Sent */
            is_sent: boolean;
            /** Is Final */
            is_final: boolean;
            /** Late */
            late: boolean;
            /** Sent At */
            sent_at: string | null;
            /**
             * Last Instant
             * Format: date-time
             */
            last_instant: string;
        };
        /**
         * HistoryOut
         * @description Một lần thay đổi điểm thẩm định: trước, sau, ai, khi nào, vì sao.
         */
        HistoryOut: {
            /** Version */
            version: number;
            /** Act */
            act: string;
            /** Score Before */
            score_before: string | null;
            /** Not Applicable Before */
            not_applicable_before: boolean | null;
            /** Count Before */
            count_before: string | null;
            /** Reason Before */
            reason_before: string | null;
            /** Score */
            score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: string | null;
            /** Reason */
            reason: string;
            /** Changed By */
            changed_by: string | null;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * ItemOut
         * @description Một tiêu chí hoặc mục: đơn vị kê khai gì, tự chấm bao nhiêu, cơ quan thẩm định cho gì; tiêu chí hệ thống tính chỉ để xem.
         */
        ItemOut: {
            /** Item */
            item: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Max Score */
            max_score: string | null;
            /** System */
            system: boolean;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Option */
            option: string | null;
            /** Numerator */
            numerator: string | null;
            /** Denominator */
            denominator: string | null;
            /** Claimed Count */
            claimed_count: string | null;
            /** Is Claim */
            is_claim: boolean;
            /** Self Score */
            self_score: string | null;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOut"][];
            /** Score */
            score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: string | null;
            /** Points */
            points: string | null;
            /** Reason */
            reason: string;
            /** Declared */
            declared: string;
            /** Difference */
            difference: string | null;
            /** Differs */
            differs: boolean;
            /** Reason Due */
            reason_due: boolean;
            /** Version */
            version: number;
            /** Scored By */
            scored_by: string | null;
            /** Scored At */
            scored_at: string | null;
            /** Clarifications */
            clarifications: components["schemas"]["ClarificationOut"][];
        };
        /**
         * KnockOutIn
         * @description Điều kiện khống chế của một phiếu; `confirmed: false` bỏ xác nhận.
         */
        KnockOutIn: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Code */
            code: string;
            /** Confirmed */
            confirmed: boolean;
        };
        /**
         * KnockOutLines
         * @description Tối đa 1000 dòng.
         */
        KnockOutLines: {
            /** Lines */
            lines: components["schemas"]["KnockOutIn"][];
        };
        /**
         * LockOut
         * @description Quy tắc đang không cho sửa: là gì, từ khi nào, ai gỡ được.
         */
        LockOut: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Detail */
            detail: string;
            /** Since */
            since: string | null;
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
         * @description Cơ quan nào chấm mục nào của đơn vị nào; mục không có trong `replaced` và `gaps` do cơ quan của bộ tiêu chí chấm.
         */
        MatrixOut: {
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Conflict Enabled */
            conflict_enabled: boolean;
            /** Sets */
            sets: components["schemas"]["SetOfMatrixOut"][];
            /** Rows */
            rows: components["schemas"]["RowOut"][];
            /** Agencies */
            agencies: components["schemas"]["AgencyOut"][];
        };
        /**
         * MemberLineIn
         * @description Việc giao cho một thành viên; bỏ trống `sheets` hoặc `items`: mọi phiếu, mọi tiêu chí của cơ quan.
         */
        MemberLineIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Sheets */
            sheets?: string[] | null;
            /** Items */
            items?: string[] | null;
        };
        /**
         * MemberLines
         * @description Toàn bộ phân công trong cơ quan; danh sách rỗng: mọi thành viên được chấm mọi tiêu chí của cơ quan.
         */
        MemberLines: {
            /** Lines */
            lines: components["schemas"]["MemberLineIn"][];
        };
        /**
         * MemberToLockOut
         * @description Một tài khoản của cơ quan sẽ hết quyền chấm.
         */
        MemberToLockOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Holder Name */
            holder_name: string;
            /** Username */
            username: string;
            /** Is Lead */
            is_lead: boolean;
        };
        /**
         * MembersOut
         * @description Phân công trong cơ quan và phiên bản của nó.
         */
        MembersOut: {
            /** Version */
            version: number;
            /** Lines */
            lines: components["schemas"]["MemberLineIn"][];
        };
        /**
         * MissingOut
         * @description Một tiêu chí được phân công chưa có điểm thẩm định.
         */
        MissingOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Item */
            item: string;
        };
        /**
         * ObstacleOut
         * @description Điều còn ngăn việc gửi, và phải làm gì.
         */
        ObstacleOut: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Detail */
            detail: string;
        };
        /** Page[AppraisalEventOut] */
        Page_AppraisalEventOut_: {
            /** Items */
            items: components["schemas"]["AppraisalEventOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[AppraisalOut] */
        Page_AppraisalOut_: {
            /** Items */
            items: components["schemas"]["AppraisalOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[AssignedItemOut] */
        Page_AssignedItemOut_: {
            /** Items */
            items: components["schemas"]["AssignedItemOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[HistoryOut] */
        Page_HistoryOut_: {
            /** Items */
            items: components["schemas"]["HistoryOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[KnockOutOut] */
        Page_KnockOutOut_: {
            /** Items */
            items: components["schemas"]["chamdiem_appraisal__knock_out__routes__KnockOutOut"][];
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
        /** Page[MissingOut] */
        Page_MissingOut_: {
            /** Items */
            items: components["schemas"]["MissingOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[PhaseExtensionOut] */
        Page_PhaseExtensionOut_: {
            /** Items */
            items: components["schemas"]["PhaseExtensionOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[QuestionOut] */
        Page_QuestionOut_: {
            /** Items */
            items: components["schemas"]["QuestionOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[SecondLookOut] */
        Page_SecondLookOut_: {
            /** Items */
            items: components["schemas"]["SecondLookOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * PhaseExtensionIn
         * @description Thời hạn mới của giai đoạn thẩm định và lý do.
         */
        PhaseExtensionIn: {
            /**
             * To
             * Format: date-time
             */
            to: string;
            /** Reason */
            reason: string;
        };
        /**
         * PhaseExtensionOut
         * @description Một lần gia hạn giai đoạn thẩm định đã ghi.
         */
        PhaseExtensionOut: {
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
            /**
             * To
             * Format: date-time
             */
            to: string;
            /** Reason */
            reason: string;
            /**
             * Given By
             * Format: uuid
             */
            given_by: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
        };
        /**
         * ProgressOut
         * @description Tiến độ thẩm định của kỳ, không có điểm.
         */
        ProgressOut: {
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Appraisals */
            appraisals: components["schemas"]["AppraisalOut"][];
        };
        /**
         * QuestionIn
         * @description Câu hỏi về một tiêu chí của một phiếu; để trống: bỏ câu hỏi chưa gửi.
         */
        QuestionIn: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
            /**
             * Question
             * @default
             */
            question: string;
        };
        /**
         * QuestionLines
         * @description Tối đa 1000 dòng.
         */
        QuestionLines: {
            /** Lines */
            lines: components["schemas"]["QuestionIn"][];
        };
        /**
         * QuestionOut
         * @description Một yêu cầu giải trình của cơ quan thẩm định.
         */
        QuestionOut: {
            /** Round */
            round: number;
            /** Question */
            question: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Answer */
            answer: string | null;
            /** Evidence */
            evidence: components["schemas"]["AnswerEvidenceOut"][];
            /** Answered At */
            answered_at: string | null;
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Item */
            item: string;
        };
        /**
         * ReasonIn
         * @description Lý do, bắt buộc.
         */
        ReasonIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RefusedLine
         * @description Một dòng bị từ chối: vị trí trong yêu cầu (từ 0), cột sai đầu tiên và lỗi.
         */
        RefusedLine: {
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
         * ReopenedOut
         * @description Lần mở lại gần nhất: do ai hoặc vì sao.
         */
        ReopenedOut: {
            /** Act */
            act: string;
            /** Reason */
            reason: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * ReplacedOut
         * @description Mục do cơ quan thẩm định thay chấm trên phiếu này.
         */
        ReplacedOut: {
            /** Item */
            item: string;
            /** Appraiser Code */
            appraiser_code: string;
        };
        /**
         * RowOut
         * @description Một phiếu; `gaps` là các mục chưa có cơ quan nào chấm.
         */
        RowOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Replaced */
            replaced: components["schemas"]["ReplacedOut"][];
            /** Gaps */
            gaps: string[];
        };
        /**
         * ScoreIn
         * @description Điểm (tiêu chí) hoặc số lần (điểm thưởng, điểm trừ), hoặc đồng ý không áp dụng; số viết dạng chuỗi.
         */
        ScoreIn: {
            /** Score */
            score?: string | null;
            /** Count */
            count?: string | null;
            /**
             * Not Applicable
             * @default false
             */
            not_applicable: boolean;
            /** Reason */
            reason?: string | null;
        };
        /**
         * ScoreLineIn
         * @description Một dòng; `version` trống: ghi đè nội dung đang có.
         */
        ScoreLineIn: {
            /** Score */
            score?: string | null;
            /** Count */
            count?: string | null;
            /**
             * Not Applicable
             * @default false
             */
            not_applicable: boolean;
            /** Reason */
            reason?: string | null;
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
            /** Version */
            version?: number | null;
        };
        /**
         * ScoreLines
         * @description Tối đa 1000 dòng.
         */
        ScoreLines: {
            /** Lines */
            lines: components["schemas"]["ScoreLineIn"][];
        };
        /**
         * ScoreOut
         * @description Nội dung đang giữ của một tiêu chí hoặc mục; `difference`: chênh lệch với điểm tự chấm hoặc số lần kê khai.
         */
        ScoreOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
            /** Score */
            score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: string | null;
            /** Reason */
            reason: string;
            /** Difference */
            difference: string | null;
            /** Differs */
            differs: boolean;
            /** Version */
            version: number;
            /**
             * Scored At
             * Format: date-time
             */
            scored_at: string;
        };
        /**
         * ScoresOut
         * @description Số dòng đã lưu, nội dung đang giữ của từng tiêu chí vừa lưu, và các dòng bị từ chối; dòng lỗi thời kèm nội dung hiện tại.
         */
        ScoresOut: {
            /** Saved */
            saved: number;
            /**
             * Refused
             * @default []
             */
            refused: components["schemas"]["RefusedLine"][];
            /**
             * Kept
             * @default []
             */
            kept: components["schemas"]["ScoreOut"][];
        };
        /**
         * SecondLookOut
         * @description Một đề nghị xem lại: ai được đề nghị, trả lời gì, và điểm đang có; `changed_since`: điểm đã đổi sau khi trả lời.
         */
        SecondLookOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Item */
            item: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Note */
            note: string;
            /** State */
            state: string;
            /** Score */
            score: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Count */
            count: string | null;
            /** Reason */
            reason: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Answered At */
            answered_at: string | null;
            /** Present Score */
            present_score: string | null;
            /** Present Not Applicable */
            present_not_applicable: boolean;
            /** Present Count */
            present_count: string | null;
            /** Present Reason */
            present_reason: string;
            /** Present Version */
            present_version: number;
            /** Changed Since */
            changed_since: boolean;
            /** Version */
            version: number;
        };
        /**
         * SendingOut
         * @description Gửi lúc này thì khóa những gì: phiếu nào, tài khoản nào, ở vòng nào; `is_last`: sau đó không còn vòng nào.
         *
         *     `lock_scope`: tài khoản bị khóa đăng nhập hay chỉ khóa ghi; `answers_until`: đơn vị trả lời các câu hỏi đến lúc nào.
         */
        SendingOut: {
            /** Round */
            round: number;
            /** Last Round */
            last_round: number;
            /** Is Last */
            is_last: boolean;
            /** Lock Scope */
            lock_scope: string;
            /** Answers Until */
            answers_until: string | null;
            /** Questions */
            questions: number;
            /** Unconfirmed */
            unconfirmed: number;
            /** Sheets */
            sheets: components["schemas"]["SheetToSendOut"][];
            /** Members */
            members: components["schemas"]["MemberToLockOut"][];
            /** Obstacles */
            obstacles: components["schemas"]["ObstacleOut"][];
        };
        /** SetOfMatrixOut */
        SetOfMatrixOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
        };
        /**
         * SheetOut
         * @description Phiếu chấm điểm của một đơn vị theo một bộ tiêu chí.
         */
        SheetOut: {
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
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Is Sent */
            is_sent: boolean;
            /** Sent At */
            sent_at: string | null;
            /** Late */
            late: boolean;
            /** Items */
            items: components["schemas"]["ItemOut"][];
            /** Knock Outs */
            knock_outs: components["schemas"]["chamdiem_appraisal__sheet__views__KnockOutOut"][];
        };
        /**
         * SheetToSendOut
         * @description Một phiếu sẽ được khóa; `differs`: số điểm khác điểm tự chấm, `agreed_claims`: số tiêu chí đồng ý không áp dụng.
         */
        SheetToSendOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Is Final */
            is_final: boolean;
            /** Assigned */
            assigned: number;
            /** Scored */
            scored: number;
            /** Differs */
            differs: number;
            /** Agreed Claims */
            agreed_claims: number;
            /** Adjustments */
            adjustments: number;
            /** Confirmed */
            confirmed: number;
            /** Knock Outs */
            knock_outs: number;
            /** Questions */
            questions: number;
        };
        /**
         * KnockOutOut
         * @description Một điều kiện khống chế xác nhận bằng tay và trạng thái của nó.
         */
        chamdiem_appraisal__knock_out__routes__KnockOutOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Code */
            code: string;
            /** Confirmed */
            confirmed: boolean;
            /** Version */
            version: number;
        };
        /**
         * KnockOutOut
         * @description Điều kiện khống chế xác nhận bằng tay.
         */
        chamdiem_appraisal__sheet__views__KnockOutOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Appraiser Code */
            appraiser_code: string;
            /** Confirmed */
            confirmed: boolean;
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
    list_appraisals: {
        parameters: {
            query?: {
                period_id?: string | null;
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
                    "application/json": components["schemas"]["Page_AppraisalOut_"];
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
    get_appraisal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["AppraisalOut"];
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
    read_progress: {
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
                    "application/json": components["schemas"]["ProgressOut"];
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
    list_members: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["MembersOut"];
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
    assign_members: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersOut"];
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
    show_matrix: {
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
    save_score: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                appraisal_id: string;
                sheet_id: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreOut"];
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
    save_scores: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoresOut"];
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
    agree_with_self_scores: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoresOut"];
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
    list_questions: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["Page_QuestionOut_"];
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
    ask_questions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
    list_knock_outs: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["Page_KnockOutOut_"];
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
    confirm_knock_outs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnockOutLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
    list_second_looks: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["Page_SecondLookOut_"];
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
    ask_second_looks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
    answer_second_looks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
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
    preview_sending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["SendingOut"];
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
    send_appraisal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["AppraisalOut"];
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
    reopen_appraisal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppraisalOut"];
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
    list_missing: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["Page_MissingOut_"];
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
    list_appraisal_history: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["Page_AppraisalEventOut_"];
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
    extend_phase: {
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
                "application/json": components["schemas"]["PhaseExtensionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhaseExtensionOut"];
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
    list_phase_extensions: {
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
                    "application/json": components["schemas"]["Page_PhaseExtensionOut_"];
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
    list_items: {
        parameters: {
            query?: {
                sheet_id?: string | null;
                set_code?: string | null;
                item?: string | null;
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["Page_AssignedItemOut_"];
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
    get_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisal_id: string;
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
                    "application/json": components["schemas"]["GridOut"];
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
    get_sheet: {
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
                    "application/json": components["schemas"]["SheetOut"];
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
    list_item_history: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                sheet_id: string;
                item: string;
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
                    "application/json": components["schemas"]["Page_HistoryOut_"];
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
    link_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
                sha256: string;
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
                    "application/json": components["schemas"]["EvidenceLinkOut"];
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
    print_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
                file_format: "pdf" | "docx" | "xlsx";
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
    read_clock: {
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
