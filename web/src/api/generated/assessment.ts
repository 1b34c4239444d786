// Written by `make api` from docs/api/assessment.openapi.json; not by hand.
export interface paths {
    "/api/assessment/sheets/{sheet_id}/items/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lưu số liệu kê khai của một tiêu chí; điểm tự chấm do hệ thống tính. If-Match là phiên bản của tiêu chí, "0" khi chưa có
         * @description Lưu số liệu kê khai của một tiêu chí; điểm tự chấm do hệ thống tính. If-Match là phiên bản của tiêu chí, "0" khi chưa có.
         */
        put: operations["save_item"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phiếu chấm điểm của đơn vị mình qua các kỳ, kỳ mới nhất trước
         * @description Các phiếu chấm điểm của đơn vị mình qua các kỳ, kỳ mới nhất trước.
         */
        get: operations["list_own_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu chấm điểm với số liệu đã lưu; của đơn vị mình, hoặc phiếu đã gửi với lãnh đạo Sở Nội vụ
         * @description Phiếu chấm điểm với số liệu đã lưu; của đơn vị mình, hoặc phiếu đã gửi với lãnh đạo Sở Nội vụ.
         */
        get: operations["show_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/items": {
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
         * Lưu nhiều tiêu chí cùng lúc: dòng đúng được lưu hết, dòng sai bị từ chối kèm lý do; phiên bản hiện có được thay
         * @description Lưu nhiều tiêu chí cùng lúc: dòng đúng được lưu hết, dòng sai bị từ chối kèm lý do; phiên bản hiện có được thay.
         */
        patch: operations["save_items"];
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Những nội dung còn thiếu trước khi phê duyệt, theo thứ tự của bộ tiêu chí
         * @description Những nội dung còn thiếu trước khi phê duyệt, theo thứ tự của bộ tiêu chí.
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
    "/api/assessment/sheets/{sheet_id}/items/{item}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mọi lần lưu của một tiêu chí, mới nhất trước
         * @description Mọi lần lưu của một tiêu chí, mới nhất trước.
         */
        get: operations["list_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mọi lần đổi trạng thái của phiếu: trình, trả lại, phê duyệt, hủy phê duyệt, gửi, thu hồi, sửa đổi bộ tiêu chí
         * @description Mọi lần đổi trạng thái của phiếu: trình, trả lại, phê duyệt, hủy phê duyệt, gửi, thu hồi, sửa đổi bộ tiêu chí.
         */
        get: operations["list_state_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trình lãnh đạo đơn vị phê duyệt
         * @description Trình lãnh đạo đơn vị phê duyệt.
         */
        post: operations["submit_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lãnh đạo trả lại phiếu để chỉnh sửa, kèm lý do
         * @description Lãnh đạo trả lại phiếu để chỉnh sửa, kèm lý do.
         */
        post: operations["return_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/last-year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu, giải trình và tài liệu của đơn vị, hay của đơn vị cũ duy nhất đã hợp nhất vào, ở kỳ liền trước cùng chương trình
         * @description Số liệu, giải trình và tài liệu của đơn vị, hay của đơn vị cũ duy nhất đã hợp nhất vào, ở kỳ liền trước cùng chương trình.
         */
        get: operations["show_last_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/declared-values.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu kê khai của phiếu đơn vị mình dạng XLSX để điền ngoài trang rồi nhập lại; cột hướng dẫn bị khóa
         * @description Số liệu kê khai của phiếu đơn vị mình dạng XLSX để điền ngoài trang rồi nhập lại; cột hướng dẫn bị khóa.
         */
        get: operations["export_declared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/declared-values/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhập số liệu kê khai từ tệp; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không lưu dòng nào, trừ khi chọn lưu các dòng đúng
         * @description Nhập số liệu kê khai từ tệp; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không lưu dòng nào, trừ khi chọn lưu các dòng đúng.
         *
         *     Dòng để trống được bỏ qua, tài liệu kiểm chứng giữ nguyên; dòng mà người khác đã sửa sau khi kết xuất là lỗi.
         */
        post: operations["import_declared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tiêu chí của phiếu đơn vị mình đã giao cho các đơn vị trực thuộc
         * @description Tiêu chí của phiếu đơn vị mình đã giao cho các đơn vị trực thuộc.
         */
        get: operations["show_sharing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Giao tiêu chí cho đơn vị trực thuộc kê khai, hoặc lấy lại, trong giai đoạn tự đánh giá; số liệu đã kê khai giữ nguyên
         * @description Giao tiêu chí cho đơn vị trực thuộc kê khai, hoặc lấy lại, trong giai đoạn tự đánh giá; số liệu đã kê khai giữ nguyên.
         */
        patch: operations["give_leaves"];
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/sharing/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã giao tiêu chí nào cho đơn vị trực thuộc nào, hoặc lấy lại, lúc nào; mới nhất trước, nhiều nhất 500 lần
         * @description Ai đã giao tiêu chí nào cho đơn vị trực thuộc nào, hoặc lấy lại, lúc nào; mới nhất trước, nhiều nhất 500 lần.
         */
        get: operations["show_sharing_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đọc và kiểm tra bộ tiêu chí từ tệp XLSX; nêu từng lỗi theo ô, không lưu gì
         * @description Đọc và kiểm tra bộ tiêu chí từ tệp XLSX; nêu từng lỗi theo ô, không lưu gì.
         */
        post: operations["read_criteria_workbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets/{criteria_set_id}/file.{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tải bộ tiêu chí về dạng YAML hoặc XLSX; dạng XLSX chỉ khi không còn lỗi
         * @description Tải bộ tiêu chí về dạng YAML hoặc XLSX; dạng XLSX chỉ khi không còn lỗi.
         */
        get: operations["download_criteria_set"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kiểm tra bộ tiêu chí; nêu từng lỗi theo chỗ trong tài liệu, kèm nội dung đọc được dạng cây và dạng YAML; không lưu gì
         * @description Kiểm tra bộ tiêu chí; nêu từng lỗi theo chỗ trong tài liệu, kèm nội dung đọc được dạng cây và dạng YAML; không lưu gì.
         */
        post: operations["validate_criteria_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phiên bản bộ tiêu chí; bản thảo chỉ người quản lý thấy
         * @description Các phiên bản bộ tiêu chí; bản thảo chỉ người quản lý thấy.
         */
        get: operations["list_criteria_sets"];
        put?: never;
        /**
         * Tạo bản thảo bộ tiêu chí; bản thảo còn lỗi vẫn được lưu. Cùng mã thì là phiên bản kế tiếp
         * @description Tạo bản thảo bộ tiêu chí; bản thảo còn lỗi vẫn được lưu. Cùng mã thì là phiên bản kế tiếp.
         */
        post: operations["draft_criteria_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets/{criteria_set_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một phiên bản bộ tiêu chí với nội dung
         * @description Một phiên bản bộ tiêu chí với nội dung.
         */
        get: operations["show_criteria_set"];
        /**
         * Sửa bản thảo bộ tiêu chí
         * @description Sửa bản thảo bộ tiêu chí.
         */
        put: operations["change_criteria_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets/{criteria_set_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ban hành bộ tiêu chí kèm quyết định; từ đó không thay đổi được nữa
         * @description Ban hành bộ tiêu chí kèm quyết định; từ đó không thay đổi được nữa.
         */
        post: operations["publish_criteria_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-sets/{criteria_set_id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * So sánh hai phiên bản; cả hai phải không còn lỗi
         * @description So sánh hai phiên bản; cả hai phải không còn lỗi.
         */
        get: operations["compare_criteria_sets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các kiến nghị, mới nhất trước: của đơn vị hoặc cơ quan mình; lãnh đạo Sở Nội vụ thấy tất cả
         * @description Các kiến nghị, mới nhất trước: của đơn vị hoặc cơ quan mình; lãnh đạo Sở Nội vụ thấy tất cả.
         */
        get: operations["list_proposals"];
        put?: never;
        /**
         * Lãnh đạo đơn vị, đầu mối thẩm định kiến nghị sửa đổi tiêu chí (Điều 14.3, 15.2)
         * @description Lãnh đạo đơn vị, đầu mối thẩm định kiến nghị sửa đổi tiêu chí (Điều 14.3, 15.2).
         */
        post: operations["propose_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-proposals/{proposal_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lãnh đạo Sở Nội vụ trả lời một kiến nghị
         * @description Lãnh đạo Sở Nội vụ trả lời một kiến nghị.
         */
        post: operations["answer_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/criteria-proposals/{proposal_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đơn vị, cơ quan thẩm định rút kiến nghị chưa được trả lời
         * @description Đơn vị, cơ quan thẩm định rút kiến nghị chưa được trả lời.
         */
        post: operations["withdraw_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-forms/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kiểm tra phiếu khảo sát; nêu từng lỗi theo chỗ trong tài liệu, kèm nội dung đọc được dạng cây và dạng YAML; không lưu gì
         * @description Kiểm tra phiếu khảo sát; nêu từng lỗi theo chỗ trong tài liệu, kèm nội dung đọc được dạng cây và dạng YAML; không lưu gì.
         */
        post: operations["validate_survey_forms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phiên bản phiếu khảo sát; bản thảo chỉ người quản lý thấy
         * @description Các phiên bản phiếu khảo sát; bản thảo chỉ người quản lý thấy.
         */
        get: operations["list_survey_forms"];
        put?: never;
        /**
         * Tạo bản thảo phiếu khảo sát; bản thảo còn lỗi vẫn được lưu
         * @description Tạo bản thảo phiếu khảo sát; bản thảo còn lỗi vẫn được lưu.
         */
        post: operations["draft_survey_forms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-forms/{survey_forms_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một phiên bản phiếu khảo sát với nội dung
         * @description Một phiên bản phiếu khảo sát với nội dung.
         */
        get: operations["show_survey_forms"];
        /**
         * Sửa bản thảo phiếu khảo sát
         * @description Sửa bản thảo phiếu khảo sát.
         */
        put: operations["change_survey_forms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-forms/{survey_forms_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ban hành phiếu khảo sát; từ đó không thay đổi được nữa
         * @description Ban hành phiếu khảo sát; từ đó không thay đổi được nữa.
         */
        post: operations["publish_survey_forms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-forms/{survey_forms_id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * So sánh hai phiên bản phiếu khảo sát, từng chỗ khác nhau
         * @description So sánh hai phiên bản phiếu khảo sát, từng chỗ khác nhau.
         */
        get: operations["compare_survey_forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các kỳ đánh giá; kỳ đang chuẩn bị chỉ người quản lý thấy
         * @description Các kỳ đánh giá; kỳ đang chuẩn bị chỉ người quản lý thấy.
         */
        get: operations["list_periods"];
        put?: never;
        /**
         * Tạo kỳ đánh giá ở trạng thái chuẩn bị. Kỳ diễn tập có đồng hồ riêng, mặc định bắt đầu từ giờ hiện tại
         * @description Tạo kỳ đánh giá ở trạng thái chuẩn bị. Kỳ diễn tập có đồng hồ riêng, mặc định bắt đầu từ giờ hiện tại.
         */
        post: operations["plan_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một kỳ đánh giá
         * @description Một kỳ đánh giá.
         */
        get: operations["show_period"];
        /**
         * Sửa kỳ đánh giá; kỳ đã mở chỉ sửa được các giai đoạn, ngày nghỉ, cơ quan thẩm định thay và cách hiển thị
         * @description Sửa kỳ đánh giá; kỳ đã mở chỉ sửa được các giai đoạn, ngày nghỉ, cơ quan thẩm định thay và cách hiển thị.
         */
        put: operations["change_period"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xem trước việc mở kỳ: còn lỗi gì và sẽ tạo phiếu cho đơn vị nào; không thay đổi gì
         * @description Xem trước việc mở kỳ: còn lỗi gì và sẽ tạo phiếu cho đơn vị nào; không thay đổi gì.
         */
        get: operations["check_opening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mở kỳ đánh giá: cố định các bộ tiêu chí và tạo phiếu cho mọi đơn vị đang có hiệu lực thuộc loại hình được chấm
         * @description Mở kỳ đánh giá: cố định các bộ tiêu chí và tạo phiếu cho mọi đơn vị đang có hiệu lực thuộc loại hình được chấm.
         */
        post: operations["open_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các quyết định sửa đổi bộ tiêu chí đã áp dụng trong kỳ
         * @description Các quyết định sửa đổi bộ tiêu chí đã áp dụng trong kỳ.
         */
        get: operations["list_amendments"];
        put?: never;
        /**
         * Áp dụng quyết định sửa đổi trước khi tổng hợp kết quả: số liệu giữ theo mã tiêu chí, phiếu có mục phải kê khai lại trở về đơn vị
         * @description Áp dụng quyết định sửa đổi trước khi tổng hợp kết quả: số liệu giữ theo mã tiêu chí, phiếu có mục phải kê khai lại trở về đơn vị.
         *
         *     Làm trong một lần, kể cả khi mọi người đang nhập; số liệu cũ vẫn còn trong lịch sử.
         */
        post: operations["amend_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/amendments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xem trước việc thay phiên bản bộ tiêu chí của kỳ đang mở; không thay đổi gì
         * @description Xem trước việc thay phiên bản bộ tiêu chí của kỳ đang mở; không thay đổi gì.
         */
        get: operations["preview_amendment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các quyết định sửa đổi mà phiếu đã qua: mục nào phải kê khai lại, số liệu nào đã đổi hoặc không còn
         * @description Các quyết định sửa đổi mà phiếu đã qua: mục nào phải kê khai lại, số liệu nào đã đổi hoặc không còn.
         */
        get: operations["list_amendments_of_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đóng và lưu trữ kỳ đánh giá; sau đó không ai nhập gì được nữa
         * @description Đóng và lưu trữ kỳ đánh giá; sau đó không ai nhập gì được nữa.
         */
        post: operations["close_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lịch sử thay đổi của kỳ đánh giá: ai, khi nào (giờ thực), trạng thái sau thay đổi
         * @description Lịch sử thay đổi của kỳ đánh giá: ai, khi nào (giờ thực), trạng thái sau thay đổi.
         */
        get: operations["show_period_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đồng hồ của kỳ đánh giá
         * @description Đồng hồ của kỳ đánh giá.
         */
        get: operations["show_clock"];
        /**
         * Chỉnh tới đồng hồ của kỳ diễn tập; mọi dịch vụ sẽ biết qua sự kiện
         * @description Chỉnh tới đồng hồ của kỳ diễn tập; mọi dịch vụ sẽ biết qua sự kiện.
         */
        put: operations["move_clock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lần gia hạn đã cho; đơn vị chỉ thấy của mình
         * @description Các lần gia hạn đã cho; đơn vị chỉ thấy của mình.
         */
        get: operations["list_extensions"];
        put?: never;
        /**
         * Gia hạn cho một đơn vị, kể cả sau khi đã hết hạn, đến trước khi tổng hợp kết quả; đề nghị đang chờ của đơn vị thành được đồng ý
         * @description Gia hạn cho một đơn vị, kể cả sau khi đã hết hạn, đến trước khi tổng hợp kết quả; đề nghị đang chờ của đơn vị thành được đồng ý.
         */
        post: operations["extend_deadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/extension-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các đề nghị gia hạn của kỳ, cũ nhất trước; đơn vị chỉ thấy của mình
         * @description Các đề nghị gia hạn của kỳ, cũ nhất trước; đơn vị chỉ thấy của mình.
         */
        get: operations["list_extension_requests"];
        put?: never;
        /**
         * Lãnh đạo đơn vị đề nghị gia hạn, đến trước khi tổng hợp kết quả; mỗi đơn vị một đề nghị đang chờ trong một kỳ
         * @description Lãnh đạo đơn vị đề nghị gia hạn, đến trước khi tổng hợp kết quả; mỗi đơn vị một đề nghị đang chờ trong một kỳ.
         */
        post: operations["ask_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/extension-requests/{request_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Từ chối một đề nghị gia hạn, kèm lý do; đồng ý thì gia hạn cho đơn vị
         * @description Từ chối một đề nghị gia hạn, kèm lý do; đồng ý thì gia hạn cho đơn vị.
         */
        post: operations["refuse_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/extension-requests/{request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lãnh đạo đơn vị rút đề nghị gia hạn đang chờ
         * @description Lãnh đạo đơn vị rút đề nghị gia hạn đang chờ.
         */
        post: operations["withdraw_extension_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các đợt khảo sát
         * @description Các đợt khảo sát.
         */
        get: operations["list_survey_campaigns"];
        put?: never;
        /**
         * Tạo đợt khảo sát cho một hay nhiều kỳ đánh giá
         * @description Tạo đợt khảo sát cho một hay nhiều kỳ đánh giá.
         */
        post: operations["begin_survey_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một đợt khảo sát và tình trạng từng phiếu
         * @description Một đợt khảo sát và tình trạng từng phiếu.
         */
        get: operations["show_survey_campaign"];
        /**
         * Đổi thời gian của đợt khảo sát, kể cả sau khi đã hết, khi còn phiếu chưa chốt
         * @description Đổi thời gian của đợt khảo sát, kể cả sau khi đã hết, khi còn phiếu chưa chốt.
         */
        put: operations["change_survey_campaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sửa số phiếu hợp lệ đã nhập sai, có lý do, khi phiếu chưa chốt
         * @description Sửa số phiếu hợp lệ đã nhập sai, có lý do, khi phiếu chưa chốt.
         */
        put: operations["correct_survey_response"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Nhập số phiếu hợp lệ theo phiếu và đơn vị; mỗi dòng đúng được lưu, mỗi dòng sai được nêu lý do
         * @description Nhập số phiếu hợp lệ theo phiếu và đơn vị; mỗi dòng đúng được lưu, mỗi dòng sai được nêu lý do.
         */
        patch: operations["enter_survey_responses"];
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sửa số lượng câu trả lời đã nhập sai, có lý do, khi phiếu chưa chốt
         * @description Sửa số lượng câu trả lời đã nhập sai, có lý do, khi phiếu chưa chốt.
         */
        put: operations["correct_survey_total"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Nhập số lượng câu trả lời từ phiếu giấy; mỗi dòng đúng được lưu, mỗi dòng sai được nêu lý do
         * @description Nhập số lượng câu trả lời từ phiếu giấy; mỗi dòng đúng được lưu, mỗi dòng sai được nêu lý do.
         */
        patch: operations["enter_survey_totals"];
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/forms/{form}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chốt số liệu một phiếu, gồm phiếu giấy và câu trả lời trên mạng; sau đó không nhận thêm nữa
         * @description Chốt số liệu một phiếu, gồm phiếu giấy và câu trả lời trên mạng; sau đó không nhận thêm nữa.
         */
        post: operations["close_survey_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chốt số liệu mọi phiếu còn mở của đợt khảo sát
         * @description Chốt số liệu mọi phiếu còn mở của đợt khảo sát.
         */
        post: operations["close_survey_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/forms/{form}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mở lại một phiếu đã chốt số liệu, có lý do, khi kết quả chưa công bố; kết quả trở lại tạm tính
         * @description Mở lại một phiếu đã chốt số liệu, có lý do, khi kết quả chưa công bố; kết quả trở lại tạm tính.
         */
        post: operations["reopen_survey_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/units/{unit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu khảo sát của một đơn vị: đã nhập, các lần sửa, và câu trả lời trên mạng
         * @description Số liệu khảo sát của một đơn vị: đã nhập, các lần sửa, và câu trả lời trên mạng.
         */
        get: operations["show_survey_of_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tiến độ nhập số liệu: phiếu nào của đơn vị nào đã nhập, còn thiếu, ít hơn cỡ mẫu
         * @description Tiến độ nhập số liệu: phiếu nào của đơn vị nào đã nhập, còn thiếu, ít hơn cỡ mẫu.
         */
        get: operations["show_survey_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lần tạo liên kết của đợt khảo sát, và bao nhiêu liên kết của mỗi lần đã được trả lời
         * @description Các lần tạo liên kết của đợt khảo sát, và bao nhiêu liên kết của mỗi lần đã được trả lời.
         */
        get: operations["list_survey_links"];
        put?: never;
        /**
         * Tạo liên kết khảo sát, mỗi liên kết nhận một phiếu trả lời; hệ thống chỉ giữ mã băm nên đây là lần duy nhất thấy liên kết
         * @description Tạo liên kết khảo sát, mỗi liên kết nhận một phiếu trả lời; hệ thống chỉ giữ mã băm nên đây là lần duy nhất thấy liên kết.
         */
        post: operations["make_survey_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-campaigns/{campaign_id}/links/{batch_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thu hồi các liên kết chưa được trả lời của một lần tạo, có lý do; câu trả lời đã nhận vẫn được tính
         * @description Thu hồi các liên kết chưa được trả lời của một lần tạo, có lý do; câu trả lời đã nhận vẫn được tính.
         */
        post: operations["revoke_survey_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu khảo sát của một liên kết, khi còn trả lời được
         * @description Phiếu khảo sát của một liên kết, khi còn trả lời được.
         */
        get: operations["show_form_of_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/survey-link/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi phiếu trả lời bằng liên kết; mỗi liên kết nhận một phiếu, gửi lại cùng khóa thì không tính hai lần
         * @description Gửi phiếu trả lời bằng liên kết; mỗi liên kết nhận một phiếu, gửi lại cùng khóa thì không tính hai lần.
         */
        post: operations["answer_by_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/own-survey-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu khảo sát đang chờ tài khoản trả lời, và phiếu đã trả lời của đợt đang diễn ra
         * @description Phiếu khảo sát đang chờ tài khoản trả lời, và phiếu đã trả lời của đợt đang diễn ra.
         */
        get: operations["list_own_survey_forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/own-survey-forms/{campaign_id}/{form}/{unit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu khảo sát về một đơn vị để tài khoản trả lời
         * @description Phiếu khảo sát về một đơn vị để tài khoản trả lời.
         */
        get: operations["show_own_survey_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/own-survey-forms/{campaign_id}/{form}/{unit_code}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trả lời phiếu khảo sát bằng tài khoản, một lần; hệ thống chỉ giữ rằng tài khoản đã trả lời, không giữ trả lời thế nào và lúc nào
         * @description Trả lời phiếu khảo sát bằng tài khoản, một lần; hệ thống chỉ giữ rằng tài khoản đã trả lời, không giữ trả lời thế nào và lúc nào.
         */
        post: operations["answer_own_survey_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phiếu chấm điểm của kỳ: mọi đơn vị với lãnh đạo Sở Nội vụ, của đơn vị mình với tài khoản nhập liệu
         * @description Các phiếu chấm điểm của kỳ: mọi đơn vị với lãnh đạo Sở Nội vụ, của đơn vị mình với tài khoản nhập liệu.
         */
        get: operations["list_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/sheets/file.{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thống kê tiến độ của kỳ: đơn vị nào chưa chấm, đã kê khai bao nhiêu, gửi lúc nào, có chậm không; không có số liệu và điểm
         * @description Thống kê tiến độ của kỳ: đơn vị nào chưa chấm, đã kê khai bao nhiêu, gửi lúc nào, có chậm không; không có số liệu và điểm.
         */
        get: operations["export_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu chấm điểm của một đơn vị theo một bộ tiêu chí
         * @description Phiếu chấm điểm của một đơn vị theo một bộ tiêu chí.
         */
        get: operations["find_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/periods/{period_id}/declared-values/file.{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu kê khai của các phiếu đã gửi trong kỳ, mỗi tiêu chí một dòng
         * @description Số liệu kê khai của các phiếu đã gửi trong kỳ, mỗi tiêu chí một dòng.
         *
         *     Của mọi đơn vị với lãnh đạo Sở Nội vụ, của đơn vị mình với tài khoản nhập liệu.
         */
        get: operations["export_declared_values"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các tệp của đơn vị mình trong một kỳ đánh giá, cũ nhất trước
         * @description Các tệp của đơn vị mình trong một kỳ đánh giá, cũ nhất trước.
         */
        get: operations["list_evidence"];
        put?: never;
        /**
         * Khai báo một tệp và nhận nơi tải lên; tệp gửi thẳng vào kho lưu trữ, không qua dịch vụ
         * @description Khai báo một tệp và nhận nơi tải lên; tệp gửi thẳng vào kho lưu trữ, không qua dịch vụ.
         */
        post: operations["announce_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/evidence/{evidence_id}/uploaded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Báo đã tải tệp lên xong; tệp được kiểm tra rồi nhận hoặc từ chối kèm lý do
         * @description Báo đã tải tệp lên xong; tệp được kiểm tra rồi nhận hoặc từ chối kèm lý do.
         */
        post: operations["tell_uploaded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/evidence/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Loại tệp và dung lượng được nhận, để nói trước khi chọn tệp
         * @description Loại tệp và dung lượng được nhận, để nói trước khi chọn tệp.
         */
        get: operations["show_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/evidence/{evidence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một tệp tài liệu kiểm chứng và kết quả kiểm tra
         * @description Một tệp tài liệu kiểm chứng và kết quả kiểm tra.
         */
        get: operations["show_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/evidence/{evidence_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liên kết tải tệp, dùng được trong ít phút; mỗi lần cấp được ghi nhật ký
         * @description Liên kết tải tệp, dùng được trong ít phút; mỗi lần cấp được ghi nhật ký.
         */
        get: operations["give_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nội dung báo cáo tự đánh giá đúng như bản in, để đọc ngay trên màn hình; phê duyệt bằng mã kiểm tra của nội dung này
         * @description Nội dung báo cáo tự đánh giá đúng như bản in, để đọc ngay trên màn hình; phê duyệt bằng mã kiểm tra của nội dung này.
         */
        get: operations["read_report"];
        put?: never;
        /**
         * Kết xuất báo cáo: mã kiểm tra của đúng nội dung hiện tại; ghi lại ai kết xuất, lúc nào
         * @description Kết xuất báo cáo: mã kiểm tra của đúng nội dung hiện tại; ghi lại ai kết xuất, lúc nào.
         */
        post: operations["export_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/report.{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Báo cáo tự đánh giá dạng PDF, DOCX hoặc XLSX; của đơn vị mình, hoặc của phiếu đã gửi với lãnh đạo Sở Nội vụ
         * @description Báo cáo tự đánh giá dạng PDF, DOCX hoặc XLSX; của đơn vị mình, hoặc của phiếu đã gửi với lãnh đạo Sở Nội vụ.
         */
        get: operations["print_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lãnh đạo phê duyệt đúng báo cáo đã xem (Điều 9.2); sau đó số liệu không sửa được cho đến khi hủy phê duyệt
         * @description Lãnh đạo phê duyệt đúng báo cáo đã xem (Điều 9.2); sau đó số liệu không sửa được cho đến khi hủy phê duyệt.
         */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/void-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hủy phê duyệt khi chưa gửi, kèm lý do; phiếu trở lại trạng thái nhập liệu
         * @description Hủy phê duyệt khi chưa gửi, kèm lý do; phiếu trở lại trạng thái nhập liệu.
         */
        post: operations["void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/signed-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Đính kèm báo cáo đã ký (PDF) sau khi phê duyệt; phải có trước khi gửi
         * @description Đính kèm báo cáo đã ký (PDF) sau khi phê duyệt; phải có trước khi gửi.
         */
        put: operations["attach"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu hiện tại khác gì so với lần trả lại (hủy phê duyệt, thu hồi) gần nhất, hoặc lần kết xuất gần nhất
         * @description Số liệu hiện tại khác gì so với lần trả lại (hủy phê duyệt, thu hồi) gần nhất, hoặc lần kết xuất gần nhất.
         */
        get: operations["show_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Từng việc với phiếu: làm được ngay, hoặc vì sao chưa làm được; gửi lúc này thì muộn bao nhiêu ngày làm việc
         * @description Từng việc với phiếu: làm được ngay, hoặc vì sao chưa làm được; gửi lúc này thì muộn bao nhiêu ngày làm việc.
         */
        get: operations["list_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi kết quả tự đánh giá đã phê duyệt và nhận biên nhận; gửi xong thì hết quyền sửa (Điều 9.3)
         * @description Gửi kết quả tự đánh giá đã phê duyệt và nhận biên nhận; gửi xong thì hết quyền sửa (Điều 9.3).
         */
        post: operations["send_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thu hồi kết quả đã gửi, đến hết thời hạn và trước khi bắt đầu thẩm định, kèm lý do
         * @description Thu hồi kết quả đã gửi, đến hết thời hạn và trước khi bắt đầu thẩm định, kèm lý do.
         */
        post: operations["recall_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Biên nhận của lần gửi gần nhất
         * @description Biên nhận của lần gửi gần nhất.
         */
        get: operations["show_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/clarifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các yêu cầu giải trình của phiếu qua các vòng, kèm trả lời của đơn vị
         * @description Các yêu cầu giải trình của phiếu qua các vòng, kèm trả lời của đơn vị.
         */
        get: operations["list_clarifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/clarifications/{round}/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Giải trình một tiêu chí được yêu cầu, trong thời gian giải trình. If-Match là phiên bản của trả lời, "0" khi chưa có
         * @description Giải trình một tiêu chí được yêu cầu, trong thời gian giải trình. If-Match là phiên bản của trả lời, "0" khi chưa có.
         */
        put: operations["answer_question"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/sheets/{sheet_id}/clarifications/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi giải trình (lãnh đạo đơn vị): mọi yêu cầu đang mở phải được trả lời; gửi xong thì hết quyền sửa
         * @description Gửi giải trình (lãnh đạo đơn vị): mọi yêu cầu đang mở phải được trả lời; gửi xong thì hết quyền sửa.
         */
        post: operations["send_answers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessment/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký tự đánh giá: ai, việc gì, lúc nào, đơn vị nào; dòng mới nhất trước, không có số liệu
         * @description Nhật ký tự đánh giá: ai, việc gì, lúc nào, đơn vị nào; dòng mới nhất trước, không có số liệu.
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
    "/api/assessment/log/file.{kind}": {
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
    "/api/assessment/log/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký của tôi trong việc tự đánh giá và quản lý kỳ
         * @description Nhật ký của tôi trong việc tự đánh giá và quản lý kỳ.
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
    "/api/assessment/health/live": {
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
    "/api/assessment/health/ready": {
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
         * AmendedItemOut
         * @description Một mục khác đi; `declared_anew`: đơn vị phải kê khai lại.
         */
        AmendedItemOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /**
             * Attributes
             * @default []
             */
            attributes: string[];
            /**
             * Declared Anew
             * @default false
             */
            declared_anew: boolean;
        };
        /**
         * AmendedItemsOut
         * @description Các mục khác nhau giữa hai phiên bản.
         */
        AmendedItemsOut: {
            /** Added */
            added: components["schemas"]["AmendedItemOut"][];
            /** Changed */
            changed: components["schemas"]["AmendedItemOut"][];
            /** Removed */
            removed: components["schemas"]["AmendedItemOut"][];
        };
        /**
         * AmendmentIn
         * @description Quyết định sửa đổi: thay phiên bản bộ tiêu chí của kỳ đang mở. `deadline` là thời hạn cho các phiếu phải trở về đơn vị.
         */
        AmendmentIn: {
            /**
             * From Criteria Set Id
             * Format: uuid
             */
            from_criteria_set_id: string;
            /**
             * To Criteria Set Id
             * Format: uuid
             */
            to_criteria_set_id: string;
            decision: components["schemas"]["DecisionIn"];
            /** Reason */
            reason: string;
            /** Deadline */
            deadline?: string | null;
        };
        /**
         * AmendmentPreviewOut
         * @description Nếu áp dụng bây giờ: các lỗi theo chỗ, mục nào khác, phiếu nào thay đổi, cơ quan thẩm định nào phải chấm lại; không thay đổi gì.
         *
         *     `needs_deadline`: có phiếu trở về đơn vị khi thời hạn đã qua, nên phải ghi thời hạn mới.
         */
        AmendmentPreviewOut: {
            /** Faults */
            faults: components["schemas"]["PlaceFaultOut"][];
            items: components["schemas"]["AmendedItemsOut"];
            /** Attributes */
            attributes: string[];
            /** Sheets */
            sheets: components["schemas"]["TouchedSheetOut"][];
            /** Sheet Count */
            sheet_count: number;
            /** Needs Deadline */
            needs_deadline: boolean;
            /** Appraisals */
            appraisals: components["schemas"]["TouchedAppraisalOut"][];
        };
        /**
         * AnnouncedOut
         * @description Tệp đã khai báo, kèm nơi tải lên.
         */
        AnnouncedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Status */
            status: string;
            upload: components["schemas"]["UploadOut"];
        };
        /**
         * AnswerBeforeOut
         * @description Số liệu năm trước của tiêu chí cùng mã; `title` và `option_label` theo bộ tiêu chí năm đó.
         */
        AnswerBeforeOut: {
            /** Item */
            item: string;
            /** Title */
            title: string;
            /** Same Title */
            same_title: boolean;
            /** Option Label */
            option_label: string | null;
            /** Numerator */
            numerator: string | null;
            /** Denominator */
            denominator: string | null;
            /** Count */
            count: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Self Score */
            self_score: string | null;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOfItemOut"][];
        };
        /**
         * AnswerCountedOut
         * @description Phiếu trả lời đã được ghi nhận.
         */
        AnswerCountedOut: {
            /** Form */
            form: string;
            /** Title */
            title: string;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * AnswerLine
         * @description Một dòng của lần lưu nhiều tiêu chí.
         */
        AnswerLine: {
            /** Option */
            option?: string | null;
            /** Numerator */
            numerator?: string | null;
            /** Denominator */
            denominator?: string | null;
            /** Count */
            count?: string | null;
            /**
             * Not Applicable
             * @default false
             */
            not_applicable: boolean;
            /**
             * Explanation
             * @default
             */
            explanation: string;
            /**
             * Evidence
             * @description Mã các tệp tài liệu kiểm chứng đã được nhận
             */
            evidence?: string[];
            /**
             * Unfinished
             * @description Lưu cả khi số liệu kê khai chưa đủ: phần đã có được giữ, tiêu chí vẫn tính là còn thiếu
             * @default false
             */
            unfinished: boolean;
            /**
             * Criteria Set Id
             * @description Phiên bản bộ tiêu chí mà người nhập đang xem; mục đã được sửa đổi từ phiên bản ấy thì bị từ chối (409)
             */
            criteria_set_id?: string | null;
            /** Item */
            item: string;
        };
        /**
         * AnswerVersionOut
         * @description Một phiên bản của số liệu; cảnh báo chỉ có ở phiên bản hiện tại. `amended`: do quyết định sửa đổi bộ tiêu chí mà có.
         */
        AnswerVersionOut: {
            /** Item */
            item: string;
            /** Option */
            option: string | null;
            /** Numerator */
            numerator: string | null;
            /** Denominator */
            denominator: string | null;
            /** Count */
            count: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Is Claim */
            is_claim: boolean;
            /** Self Score */
            self_score: string | null;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOfItemOut"][];
            /** Version */
            version: number;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * Saved By
             * Format: uuid
             */
            saved_by: string;
            /** Saved By Name */
            saved_by_name: string;
            /** Warnings */
            warnings: string[];
            /**
             * Amended
             * @default false
             */
            amended: boolean;
        };
        /**
         * AnsweredHereOut
         * @description Một phiếu đã được trả lời trên mạng: số người trả lời; số lượng và góp ý chỉ hiện khi đủ người trả lời hoặc phiếu đã chốt.
         */
        AnsweredHereOut: {
            /** Form */
            form: string;
            /** Answers */
            answers: number;
            /** Shown */
            shown: boolean;
            /** Counts */
            counts: components["schemas"]["OptionCountOut"][];
            /** Remarks */
            remarks: components["schemas"]["RemarkOut"][];
        };
        /**
         * AnswersIn
         * @description Nhiều tiêu chí cùng lúc, theo thứ tự; dòng sau của cùng tiêu chí thay dòng trước.
         */
        AnswersIn: {
            /** Lines */
            lines: components["schemas"]["AnswerLine"][];
        };
        /**
         * AppraisalPhaseIn
         * @description Giai đoạn thẩm định; không ghi `to` thì không có hạn.
         */
        AppraisalPhaseIn: {
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
        };
        /**
         * ApproveIn
         * @description Mã kiểm tra của đúng báo cáo mà lãnh đạo đã xem.
         */
        ApproveIn: {
            /** Fingerprint */
            fingerprint: string;
        };
        /**
         * AskedFormOut
         * @description Phiếu khảo sát về một đơn vị để trả lời; `screening` là câu hỏi lọc, ai trả lời Không thì không trả lời phiếu.
         */
        AskedFormOut: {
            /** Form */
            form: string;
            /** Title */
            title: string;
            /** Group Title */
            group_title: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Screening */
            screening: string;
            /** Closes At */
            closes_at: string | null;
            /** Rehearsal */
            rehearsal: boolean;
            /** Held By */
            held_by: string;
            /** Questions */
            questions: components["schemas"]["AskedQuestionOut"][];
        };
        /** AskedOptionOut */
        AskedOptionOut: {
            /** Value */
            value: string;
            /** Label */
            label: string;
        };
        /**
         * AskedQuestionOut
         * @description Một câu hỏi; `options` trống là câu hỏi mở.
         */
        AskedQuestionOut: {
            /** Code */
            code: string;
            /** Text */
            text: string;
            /** Required */
            required: boolean;
            /** Options */
            options: components["schemas"]["AskedOptionOut"][];
        };
        /**
         * CampaignDatesIn
         * @description Thời gian của đợt khảo sát; bỏ trống là không giới hạn.
         */
        CampaignDatesIn: {
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
        };
        /**
         * CampaignIn
         * @description Đợt khảo sát cho một hay nhiều kỳ đánh giá; mọi phiếu của bộ phiếu khảo sát đều thuộc đợt.
         */
        CampaignIn: {
            /**
             * Survey Forms Id
             * Format: uuid
             */
            survey_forms_id: string;
            /** Period Ids */
            period_ids: string[];
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
        };
        /**
         * CampaignOut
         * @description Đợt khảo sát và tình trạng từng phiếu.
         */
        CampaignOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Survey Forms Id
             * Format: uuid
             */
            survey_forms_id: string;
            /** Period Ids */
            period_ids: string[];
            /** From */
            from: string | null;
            /** To */
            to: string | null;
            /** Forms */
            forms: components["schemas"]["FormOut"][];
            /**
             * Running
             * @default false
             */
            running: boolean;
            /** Version */
            version: number;
        };
        /**
         * CellFaultOut
         * @description Một lỗi theo ô, ví dụ `Tiêu chí!D12`; `place` là chỗ tương ứng trong bộ tiêu chí, trống nếu chính bảng tính sai.
         */
        CellFaultOut: {
            /** Cell */
            cell: string;
            /** Place */
            place: string;
            /** Message */
            message: string;
        };
        /**
         * ChangeOut
         * @description Một chỗ khác nhau; `before` hoặc `after` trống là phiên bản đó không có.
         */
        ChangeOut: {
            /** Place */
            place: string;
            /** Before */
            before: unknown;
            /** After */
            after: unknown;
        };
        /**
         * ChangedItemOut
         * @description Một tiêu chí đã thay đổi; `differs` nêu những phần khác nhau: declared, self_score, explanation, evidence.
         */
        ChangedItemOut: {
            /** Item */
            item: string;
            /** Title */
            title: string;
            before: components["schemas"]["ReportedOut"] | null;
            after: components["schemas"]["ReportedOut"];
            /** Differs */
            differs: string[];
            /** Saved By Name */
            saved_by_name: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
        };
        /**
         * ChangesOut
         * @description Những thay đổi của phiếu so với mốc; `since` trống: chưa từng trả lại hay kết xuất, mọi nội dung đều là mới.
         */
        ChangesOut: {
            since: components["schemas"]["ComparedStepOut"] | null;
            /** Total Before */
            total_before: string;
            /** Total After */
            total_after: string;
            /** Items */
            items: components["schemas"]["ChangedItemOut"][];
        };
        /**
         * ClarificationPhaseIn
         * @description Thời gian đơn vị giải trình sau một vòng thẩm định; trả lời được đến hết `to`.
         */
        ClarificationPhaseIn: {
            /** From */
            from: string;
            /** To */
            to: string;
        };
        /**
         * ClarificationWindow
         * @description When units answer what one round of appraisal asked, both ends inclusive.
         */
        ClarificationWindow: {
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
        };
        /**
         * ClarificationsOut
         * @description Các yêu cầu giải trình của một phiếu; đơn vị thấy từ khi thời gian giải trình bắt đầu. `allowed_actions`: answer, send.
         */
        ClarificationsOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Windows */
            windows: components["schemas"]["WindowOut"][];
            /** Items */
            items: components["schemas"]["QuestionOut"][];
            /** Unanswered */
            unanswered: number;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Allowed Actions */
            allowed_actions: string[];
        };
        /** ClockIn */
        ClockIn: {
            /** At */
            at: string;
        };
        /**
         * ClockOut
         * @description Đồng hồ của kỳ: `clock_at` trống ở kỳ chính thức; `clock_version` tăng sau mỗi lần chỉnh.
         */
        ClockOut: {
            /** Clock Version */
            clock_version: number;
            /** Clock At */
            clock_at: string | null;
        };
        /**
         * ComparedStepOut
         * @description Lần đổi trạng thái được lấy làm mốc so sánh.
         */
        ComparedStepOut: {
            /** Version */
            version: number;
            /** Act */
            act: string;
            /** Reason */
            reason: string;
            /** Changed By Name */
            changed_by_name: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * ConflictIn
         * @description Cơ quan thẩm định thay: cơ quan nào chấm thay trên phiếu của chính đơn vị mình.
         */
        ConflictIn: {
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /**
             * Replacements
             * @default {}
             */
            replacements: {
                [key: string]: string;
            };
        };
        /**
         * CriteriaSetIn
         * @description Bộ tiêu chí, kèm phiên bản phiếu khảo sát mà tiêu chí khảo sát dùng.
         */
        CriteriaSetIn: {
            /** Document */
            document: string;
            /**
             * Media Type
             * @enum {string}
             */
            media_type: "yaml" | "json";
            /** Survey Forms Id */
            survey_forms_id?: string | null;
        };
        /**
         * DecisionIn
         * @description Quyết định ban hành.
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
         * DeclaredFault
         * @description Một lỗi; `cell` là ô như bảng tính ghi (`C5`, hoặc cả dòng `5`).
         */
        DeclaredFault: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Cell */
            cell: string;
            /** Detail */
            detail: string;
        };
        /**
         * DeclaredFileIn
         * @description `content` là tệp XLSX hoặc CSV mã hóa base64. `dry_run`: chỉ kiểm tra; `only_right_lines`: lưu các dòng đúng dù tệp có dòng sai.
         */
        DeclaredFileIn: {
            /** Content */
            content: string;
            /** Dry Run */
            dry_run: boolean;
            /**
             * Only Right Lines
             * @default false
             */
            only_right_lines: boolean;
        };
        /**
         * DeclaredImported
         * @description Kết quả: số dòng có mã tiêu chí, số dòng làm thay đổi phiếu, số dòng đã lưu, và lỗi theo ô.
         */
        DeclaredImported: {
            /** Rows */
            rows: number;
            /** Changed */
            changed: number;
            /** Saved */
            saved: number;
            /** Faults */
            faults: components["schemas"]["DeclaredFault"][];
            /** Items */
            items: string[];
        };
        /**
         * DifferenceOut
         * @description Khác nhau giữa hai phiên bản: mục thêm, mục bỏ, mục sửa, và thuộc tính chung của bộ.
         */
        DifferenceOut: {
            /** Added */
            added: string[];
            /** Removed */
            removed: string[];
            /** Changed */
            changed: components["schemas"]["ItemChangeOut"][];
            /** Attributes */
            attributes: string[];
        };
        /**
         * DocumentIn
         * @description Văn bản của tài liệu, YAML hoặc JSON.
         */
        DocumentIn: {
            /** Document */
            document: string;
            /**
             * Media Type
             * @enum {string}
             */
            media_type: "yaml" | "json";
        };
        /**
         * DocumentOut
         * @description Một phiên bản, không kèm nội dung.
         */
        DocumentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /**
             * Title
             * @default
             */
            title: string;
            /** Program */
            program?: string | null;
            /**
             * Unit Types
             * @default []
             */
            unit_types: string[];
            /** Version Number */
            version_number: number;
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "published";
            /**
             * Media Type
             * @enum {string}
             */
            media_type: "yaml" | "json";
            /** Fingerprint */
            fingerprint: string | null;
            /** Survey Forms Id */
            survey_forms_id: string | null;
            /** Faults */
            faults: components["schemas"]["FindingOut"][];
            /** Warnings */
            warnings: components["schemas"]["FindingOut"][];
            decision: components["schemas"]["DecisionOut"] | null;
            /** Published At */
            published_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * EvidenceIn
         * @description Tệp sắp tải lên: kỳ đánh giá, tên và dung lượng.
         */
        EvidenceIn: {
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /** Name */
            name: string;
            /** Size Bytes */
            size_bytes: number;
        };
        /**
         * EvidenceOfItemOut
         * @description Một tệp tài liệu kiểm chứng của tiêu chí.
         */
        EvidenceOfItemOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
         * EvidenceOut
         * @description Một tệp tài liệu kiểm chứng; `refusal` nêu lý do khi bị từ chối, `scan` cho biết đã quét mã độc chưa.
         */
        EvidenceOut: {
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
            /** Unit Code */
            unit_code: string;
            /** Name */
            name: string;
            /** Status */
            status: string;
            /** Refusal */
            refusal: string | null;
            /** Sha256 */
            sha256: string | null;
            /** Size Bytes */
            size_bytes: number | null;
            /** Media Type */
            media_type: string;
            /**
             * Scan
             * @enum {string}
             */
            scan: "not_scanned" | "clean" | "infected";
            /**
             * Uploaded By
             * Format: uuid
             */
            uploaded_by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * ExportOut
         * @description Mã kiểm tra (SHA-256) của nội dung báo cáo và thời điểm kết xuất.
         */
        ExportOut: {
            /** Fingerprint */
            fingerprint: string;
            /**
             * Exported At
             * Format: date-time
             */
            exported_at: string;
        };
        /** Extension */
        Extension: {
            /** Unit Code */
            unit_code: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
            /** Reason */
            reason: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /**
             * Given By
             * Format: uuid
             */
            given_by: string;
        };
        /** ExtensionIn */
        ExtensionIn: {
            /** Unit Code */
            unit_code: string;
            /** To */
            to: string;
            /** Reason */
            reason: string;
            /**
             * Request Id
             * @description Đề nghị của đơn vị được đồng ý; phải còn đang chờ
             */
            request_id?: string | null;
        };
        /**
         * ExtensionOut
         * @description Một lần gia hạn; lần mới nhất của đơn vị có hiệu lực. `given_at` là giờ thực.
         */
        ExtensionOut: {
            /** Number */
            number: number;
            /** Unit Code */
            unit_code: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
            /** Reason */
            reason: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /**
             * Given By
             * Format: uuid
             */
            given_by: string;
        };
        /**
         * ExtensionRequestIn
         * @description Đề nghị gia hạn: đến khi nào, vì sao.
         */
        ExtensionRequestIn: {
            /** To */
            to: string;
            /** Reason */
            reason: string;
        };
        /**
         * ExtensionRequestOut
         * @description Một đề nghị gia hạn và kết quả: open đang chờ, granted đã gia hạn, refused bị từ chối, withdrawn đã rút.
         */
        ExtensionRequestOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
            /** Reason */
            reason: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /** Asked By Name */
            asked_by_name: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "granted" | "refused" | "withdrawn";
            /** Decided By */
            decided_by: string | null;
            /** Decided By Name */
            decided_by_name: string;
            /** Decided At */
            decided_at: string | null;
            /** Decision Reason */
            decision_reason: string;
            /** Extension Number */
            extension_number: number | null;
            /** Allowed Actions */
            allowed_actions: string[];
        };
        /** FaultOut */
        FaultOut: {
            /** Place */
            place: string;
            /** Message */
            message: string;
        };
        /**
         * FileFormat
         * @enum {string}
         */
        FileFormat: "yaml" | "xlsx";
        /**
         * FindingOut
         * @description Một lỗi hoặc lưu ý: chỗ trong tài liệu; dòng và cột (từ 1) nếu chính văn bản sai.
         */
        FindingOut: {
            /** Place */
            place: string;
            /** Message */
            message: string;
            /** Line */
            line: number;
            /** Column */
            column: number;
        };
        /**
         * FormOfUnitOut
         * @description Một phiếu về một đơn vị: số phiếu giấy hợp lệ (trống: chưa nhập), số người trả lời trên mạng (`answers`).
         *
         *     Đã nhập `entered` trên `expected` số lượng phương án từ phiếu giấy.
         */
        FormOfUnitOut: {
            /** Form */
            form: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Valid */
            valid: number | null;
            /** Answers */
            answers: number;
            /** Too Few */
            too_few: boolean;
            /** Entered */
            entered: number;
            /** Expected */
            expected: number;
        };
        /** FormOut */
        FormOut: {
            /** Code */
            code: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "closed";
            /** Closed At */
            closed_at: string | null;
        };
        /** FormsDifferenceOut */
        FormsDifferenceOut: {
            /** Changes */
            changes: components["schemas"]["ChangeOut"][];
        };
        /**
         * GivenLeafOut
         * @description Một tiêu chí đã giao.
         */
        GivenLeafOut: {
            /** Item */
            item: string;
            /** Sub Unit Code */
            sub_unit_code: string;
            /** Sub Unit Name */
            sub_unit_name: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Given By Name */
            given_by_name: string;
        };
        /** ItemChangeOut */
        ItemChangeOut: {
            /** Code */
            code: string;
            /** Attributes */
            attributes: string[];
            /** Declared Anew */
            declared_anew: boolean;
        };
        /**
         * LastYearOut
         * @description Số liệu của kỳ trước; `year` trống khi đơn vị không có phiếu nào trước kỳ này.
         *
         *     `of_unit`: tên đơn vị cũ, khi đó là phiếu của đơn vị duy nhất đã hợp nhất vào đơn vị này. `merged_from`: tên các đơn vị cũ, khi có nhiều
         *     đơn vị hợp nhất lại nên không có số liệu nào để so.
         */
        LastYearOut: {
            /** Year */
            year: number | null;
            /** Of Unit */
            of_unit: string | null;
            /** Merged From */
            merged_from: string[];
            /** Sheet Id */
            sheet_id: string | null;
            /** Items */
            items: components["schemas"]["AnswerBeforeOut"][];
        };
        /**
         * LeafGivingOut
         * @description Một lần giao; `sub_unit_code` trống là lấy lại.
         */
        LeafGivingOut: {
            /** Item */
            item: string;
            /** Sub Unit Code */
            sub_unit_code: string | null;
            /** Sub Unit Name */
            sub_unit_name: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Given By Name */
            given_by_name: string;
        };
        /**
         * LimitsOut
         * @description Tệp nào được nhận: đuôi tên (chữ thường) và dung lượng lớn nhất của một tệp, tính bằng byte.
         */
        LimitsOut: {
            /** Extensions */
            extensions: string[];
            /** Max Size Bytes */
            max_size_bytes: number;
        };
        /**
         * LinkBatchOut
         * @description Một lần tạo liên kết cho một phiếu về một đơn vị, và bao nhiêu liên kết đã được trả lời; không bao giờ nói liên kết nào.
         */
        LinkBatchOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Form */
            form: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Note */
            note: string;
            /** Made */
            made: number;
            /** Answered */
            answered: number;
            /** Revoked */
            revoked: number;
            /** Open */
            open: number;
            /**
             * Made By
             * Format: uuid
             */
            made_by: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Revoke Reason */
            revoke_reason: string;
        };
        /**
         * LinkOut
         * @description Liên kết tải tệp, chỉ dùng được trong ít phút.
         */
        LinkOut: {
            /** Url */
            url: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * LinksIn
         * @description Liên kết cần tạo: `count` liên kết cho mỗi đơn vị. `site` là địa chỉ trang mà liên kết dẫn tới, bỏ trống là địa chỉ công khai.
         */
        LinksIn: {
            /** Form */
            form: string;
            /** Unit Codes */
            unit_codes: string[];
            /** Count */
            count: number;
            /**
             * Note
             * @default
             */
            note: string;
            /** Site */
            site?: string | null;
        };
        /**
         * LinksMadeOut
         * @description Liên kết vừa tạo: chỉ có trong câu trả lời này, hệ thống không giữ. Gửi lại cùng khóa thì `links` trống.
         */
        LinksMadeOut: {
            /** Batches */
            batches: components["schemas"]["LinkBatchOut"][];
            /** Links */
            links: components["schemas"]["MadeLinkOut"][];
            /**
             * Workbook
             * @default
             */
            workbook: string;
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
        /** MadeLinkOut */
        MadeLinkOut: {
            /** Form */
            form: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Address */
            address: string;
        };
        /**
         * MissingKeyOut
         * @description Một nội dung còn thiếu: `value` số liệu kê khai, `evidence` tài liệu kiểm chứng hoặc giải trình.
         */
        MissingKeyOut: {
            /** Item */
            item: string;
            /** Kind */
            kind: string;
        };
        /**
         * MissingListOut
         * @description Những nội dung còn thiếu, theo thứ tự của bộ tiêu chí.
         */
        MissingListOut: {
            /** Items */
            items: components["schemas"]["MissingOut"][];
        };
        /**
         * MissingOut
         * @description Một nội dung còn thiếu: `value` số liệu kê khai, `evidence` tài liệu kiểm chứng hoặc giải trình.
         */
        MissingOut: {
            /** Item */
            item: string;
            /** Kind */
            kind: string;
            /** Detail */
            detail: string;
        };
        /**
         * OpeningOut
         * @description Nếu mở kỳ ngay bây giờ: các lỗi theo chỗ, và các phiếu chấm điểm sẽ được tạo.
         */
        OpeningOut: {
            /** Faults */
            faults: components["schemas"]["FaultOut"][];
            /** Sheets */
            sheets: components["schemas"]["PlannedSheetOut"][];
        };
        /** OptionCountOut */
        OptionCountOut: {
            /** Question */
            question: string;
            /** Option */
            option: string;
            /** Count */
            count: number;
        };
        /**
         * OwnFormOut
         * @description Một phiếu khảo sát mà tài khoản được hỏi, về một đơn vị.
         */
        OwnFormOut: {
            /**
             * Campaign Id
             * Format: uuid
             */
            campaign_id: string;
            /** Form */
            form: string;
            /** Title */
            title: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Closes At */
            closes_at: string | null;
            /** Clock At */
            clock_at: string | null;
            /** Rehearsal */
            rehearsal: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "due" | "answered";
        };
        /**
         * OwnFormsOut
         * @description Các phiếu khảo sát đang nhận câu trả lời của tài khoản; `due` là số phiếu còn phải trả lời.
         */
        OwnFormsOut: {
            /** Due */
            due: number;
            /** Forms */
            forms: components["schemas"]["OwnFormOut"][];
        };
        /**
         * OwnSheetOut
         * @description Một phiếu của đơn vị mình trong danh sách các kỳ; `clock_at` là giờ của kỳ diễn tập.
         */
        OwnSheetOut: {
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
            /**
             * Criteria Set Id
             * Format: uuid
             */
            criteria_set_id: string;
            /** Set Code */
            set_code: string;
            /** Set Title */
            set_title: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Program */
            program: string;
            /** Year */
            year: number;
            /** Rehearsal */
            rehearsal: boolean;
            /** Status */
            status: string;
            /** Self Total */
            self_total: string;
            /** Missing Count */
            missing_count: number;
            /** Clock At */
            clock_at: string | null;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
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
            /** Sent At */
            sent_at: string | null;
            /** Late */
            late: boolean;
            /** May Write */
            may_write: boolean;
        };
        /** Page[AnswerVersionOut] */
        Page_AnswerVersionOut_: {
            /** Items */
            items: components["schemas"]["AnswerVersionOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[CampaignOut] */
        Page_CampaignOut_: {
            /** Items */
            items: components["schemas"]["CampaignOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[DocumentOut] */
        Page_DocumentOut_: {
            /** Items */
            items: components["schemas"]["DocumentOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[EvidenceOut] */
        Page_EvidenceOut_: {
            /** Items */
            items: components["schemas"]["EvidenceOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ExtensionOut] */
        Page_ExtensionOut_: {
            /** Items */
            items: components["schemas"]["ExtensionOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ExtensionRequestOut] */
        Page_ExtensionRequestOut_: {
            /** Items */
            items: components["schemas"]["ExtensionRequestOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[LinkBatchOut] */
        Page_LinkBatchOut_: {
            /** Items */
            items: components["schemas"]["LinkBatchOut"][];
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
        /** Page[OwnSheetOut] */
        Page_OwnSheetOut_: {
            /** Items */
            items: components["schemas"]["OwnSheetOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[PeriodActOut] */
        Page_PeriodActOut_: {
            /** Items */
            items: components["schemas"]["PeriodActOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[PeriodOut] */
        Page_PeriodOut_: {
            /** Items */
            items: components["schemas"]["PeriodOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ProposalOut] */
        Page_ProposalOut_: {
            /** Items */
            items: components["schemas"]["ProposalOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[SheetRef] */
        Page_SheetRef_: {
            /** Items */
            items: components["schemas"]["SheetRef"][];
            /** Next */
            next?: string | null;
        };
        /**
         * PeriodActOut
         * @description Một lần thay đổi của kỳ đánh giá, theo giờ thực.
         */
        PeriodActOut: {
            /** Version */
            version: number;
            /** Act */
            act: string;
            /** State */
            state: {
                [key: string]: unknown;
            };
            /**
             * Changed By
             * Format: uuid
             */
            changed_by: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * PeriodAmendmentOut
         * @description Một quyết định sửa đổi của kỳ; số phiếu của bộ tiêu chí, số phiếu đã trở về đơn vị, số phiếu có số liệu thay đổi.
         */
        PeriodAmendmentOut: {
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
            /** Set Code */
            set_code: string;
            /**
             * From Set Id
             * Format: uuid
             */
            from_set_id: string;
            /**
             * To Set Id
             * Format: uuid
             */
            to_set_id: string;
            /** From Version */
            from_version: number;
            /** To Version */
            to_version: number;
            decision: components["schemas"]["DecisionOut"];
            /** Reason */
            reason: string;
            /** Deadline */
            deadline: string | null;
            items: components["schemas"]["AmendedItemsOut"];
            /**
             * Amended At
             * Format: date-time
             */
            amended_at: string;
            /** Amended By Name */
            amended_by_name: string;
            /** Sheets */
            sheets: number;
            /** Returned */
            returned: number;
            /** Changed */
            changed: number;
        };
        /**
         * PeriodAmendmentsOut
         * @description Các quyết định sửa đổi của kỳ, mới nhất trước.
         */
        PeriodAmendmentsOut: {
            /** Items */
            items: components["schemas"]["PeriodAmendmentOut"][];
        };
        /**
         * PeriodIn
         * @description Một kỳ đánh giá: một chương trình, một năm.
         */
        PeriodIn: {
            /**
             * Program
             * @enum {string}
             */
            program: "par_index" | "task_completion";
            /** Year */
            year: number;
            /**
             * Rehearsal
             * @default false
             */
            rehearsal: boolean;
            /** Clock At */
            clock_at?: string | null;
            /** Criteria Set Ids */
            criteria_set_ids: string[];
            /** Survey Forms Id */
            survey_forms_id?: string | null;
            /** Par Period Id */
            par_period_id?: string | null;
            phases: components["schemas"]["PhasesIn"];
            /**
             * Holidays
             * @default []
             */
            holidays: string[];
            /**
             * @default {
             *       "enabled": true,
             *       "replacements": {}
             *     }
             */
            conflict_appraiser: components["schemas"]["ConflictIn"];
            /**
             * Lock Scope
             * @default sign_in
             * @enum {string}
             */
            lock_scope: "sign_in" | "writing";
            /**
             * Clarification Rounds
             * @default 0
             */
            clarification_rounds: number;
            /**
             * Unit Sees Scores
             * @default aggregated
             * @enum {string}
             */
            unit_sees_scores: "clarification" | "aggregated" | "published";
        };
        /**
         * PeriodOut
         * @description Kỳ đánh giá như hiện tại. `sheets` và `extensions` chỉ gồm các đơn vị mà tài khoản được xem; danh sách kỳ không kèm `sheets`.
         */
        PeriodOut: {
            /** Version */
            version: number;
            /**
             * Period Id
             * Format: uuid
             */
            period_id: string;
            /**
             * Program
             * @enum {string}
             */
            program: "par_index" | "task_completion";
            /** Year */
            year: number;
            /** Rehearsal */
            rehearsal: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "planned" | "open" | "self_assessment_closed" | "appraisal_closed" | "published" | "archived";
            /** Criteria Sets */
            criteria_sets: components["schemas"]["SetOfPeriod"][];
            /** Survey Forms Id */
            survey_forms_id?: string | null;
            /** Par Period Id */
            par_period_id?: string | null;
            /**
             * Self Assessment From
             * Format: date-time
             */
            self_assessment_from: string;
            /**
             * Self Assessment To
             * Format: date-time
             */
            self_assessment_to: string;
            /**
             * Late Until
             * Format: date-time
             */
            late_until: string;
            /**
             * Appraisal From
             * Format: date-time
             */
            appraisal_from: string;
            /** Appraisal To */
            appraisal_to?: string | null;
            /**
             * Holidays
             * @default []
             */
            holidays: string[];
            /**
             * Extensions
             * @default []
             */
            extensions: components["schemas"]["Extension"][];
            /**
             * Conflict Enabled
             * @default true
             */
            conflict_enabled: boolean;
            /**
             * Conflict Replacements
             * @default {}
             */
            conflict_replacements: {
                [key: string]: string;
            };
            /**
             * Lock Scope
             * @default sign_in
             * @enum {string}
             */
            lock_scope: "sign_in" | "writing";
            /**
             * Clarification Rounds
             * @default 0
             */
            clarification_rounds: number;
            /**
             * Clarifications
             * @default []
             */
            clarifications: components["schemas"]["ClarificationWindow"][];
            /**
             * Unit Sees Scores
             * @default aggregated
             * @enum {string}
             */
            unit_sees_scores: "clarification" | "aggregated" | "published";
            /**
             * Sheets
             * @default []
             */
            sheets: components["schemas"]["SheetOfPeriod"][];
            /** Clock At */
            clock_at?: string | null;
            /**
             * Clock Version
             * @default 0
             */
            clock_version: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Allowed Actions
             * @default []
             */
            allowed_actions: string[];
        };
        /**
         * PhasesIn
         * @description Các giai đoạn; `clarification` theo thứ tự các vòng, vòng không có thời gian giải trình thì không hỏi được.
         */
        PhasesIn: {
            self_assessment: components["schemas"]["SelfAssessmentPhaseIn"];
            /** @default {} */
            appraisal: components["schemas"]["AppraisalPhaseIn"];
            /**
             * Clarification
             * @default []
             */
            clarification: components["schemas"]["ClarificationPhaseIn"][];
        };
        /** PlaceFaultOut */
        PlaceFaultOut: {
            /** Place */
            place: string;
            /** Message */
            message: string;
        };
        /** PlannedSheetOut */
        PlannedSheetOut: {
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * ProposalAnswerIn
         * @description Trả lời: tiếp thu hay không tiếp thu, kèm nội dung.
         */
        ProposalAnswerIn: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "accepted" | "declined";
            /** Answer */
            answer: string;
        };
        /**
         * ProposalIn
         * @description Kiến nghị sửa đổi một bộ tiêu chí đã ban hành; `item` trống là kiến nghị về cả bộ.
         */
        ProposalIn: {
            /**
             * Criteria Set Id
             * Format: uuid
             */
            criteria_set_id: string;
            /** Item */
            item?: string | null;
            /** Text */
            text: string;
        };
        /**
         * ProposalOut
         * @description Một kiến nghị và kết quả: open đang chờ, accepted được tiếp thu, declined không tiếp thu, withdrawn đã rút.
         */
        ProposalOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Criteria Set Id
             * Format: uuid
             */
            criteria_set_id: string;
            /** Set Code */
            set_code: string;
            /** Version Number */
            version_number: number;
            /** Item */
            item: string | null;
            /** Item Title */
            item_title: string;
            /** Text */
            text: string;
            /** Unit Code */
            unit_code: string | null;
            /** Unit Name */
            unit_name: string;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Proposed By Name */
            proposed_by_name: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "accepted" | "declined" | "withdrawn";
            /** Answer */
            answer: string;
            /** Answered By Name */
            answered_by_name: string;
            /** Answered At */
            answered_at: string | null;
            /** Allowed Actions */
            allowed_actions: string[];
        };
        /** PublishIn */
        PublishIn: {
            decision: components["schemas"]["DecisionIn"];
        };
        /**
         * QuestionOut
         * @description Một yêu cầu giải trình của cơ quan thẩm định và trả lời của đơn vị.
         */
        QuestionOut: {
            /** Round */
            round: number;
            /** Item */
            item: string;
            /** Appraiser Code */
            appraiser_code: string;
            /** Question */
            question: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Open */
            open: boolean;
            answer: components["schemas"]["chamdiem_assessment__clarification__routes__AnswerOut"] | null;
        };
        /**
         * ReadOnlyOut
         * @description Vì sao không nhập được lúc này: quy định nào, từ khi nào, ai gỡ được.
         */
        ReadOnlyOut: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Detail */
            detail: string;
        };
        /**
         * ReadWorkbookOut
         * @description Bộ tiêu chí đọc từ bảng tính, với từng lỗi theo ô.
         */
        ReadWorkbookOut: {
            /** Code */
            code: string;
            /** Fingerprint */
            fingerprint: string | null;
            /** Faults */
            faults: components["schemas"]["FindingOut"][];
            /** Warnings */
            warnings: components["schemas"]["FindingOut"][];
            /** Document */
            document: {
                [key: string]: unknown;
            } | null;
            /** Text */
            text: string;
            /** Cell Faults */
            cell_faults: components["schemas"]["CellFaultOut"][];
        };
        /**
         * ReasonIn
         * @description Lý do.
         */
        ReasonIn: {
            /** Reason */
            reason: string;
        };
        /**
         * ReceiptOut
         * @description Biên nhận: đã gửi gì, lúc nào, muộn bao nhiêu ngày làm việc, mã kiểm tra của báo cáo.
         */
        ReceiptOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Version */
            version: number;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Late */
            late: boolean;
            /** Days Late */
            days_late: number;
            /** Fingerprint */
            fingerprint: string;
            /** Receipt Number */
            receipt_number: string;
        };
        /**
         * RefusalIn
         * @description Lý do từ chối.
         */
        RefusalIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RefusalOut
         * @description Vì sao chưa làm được: quy tắc nào, từ khi nào, ai gỡ được.
         */
        RefusalOut: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Detail */
            detail: string;
        };
        /** RemarkOut */
        RemarkOut: {
            /** Question */
            question: string;
            /** Text */
            text: string;
        };
        /**
         * ReopenIn
         * @description Lý do mở lại phiếu đã chốt số liệu.
         */
        ReopenIn: {
            /** Reason */
            reason: string;
        };
        /**
         * ReportEvidenceOut
         * @description Một tài liệu kiểm chứng như in trong báo cáo.
         */
        ReportEvidenceOut: {
            /** Name */
            name: string;
            /** Sha256 */
            sha256: string;
        };
        /**
         * ReportFieldOut
         * @description Một lĩnh vực: điểm tối đa và điểm tự chấm.
         */
        ReportFieldOut: {
            /** Title */
            title: string;
            /** Max Score */
            max_score: string;
            /** Self Score */
            self_score: string;
        };
        /**
         * ReportOut
         * @description Nội dung báo cáo tự đánh giá đúng như bản in; `fingerprint` là mã kiểm tra của chính nội dung này.
         */
        ReportOut: {
            /** Fingerprint */
            fingerprint: string;
            /** Status Label */
            status_label: string;
            /** Rehearsal */
            rehearsal: boolean;
            /** Unit Name */
            unit_name: string;
            /** Program Title */
            program_title: string;
            /** Year */
            year: number;
            /** Criteria Set Title */
            criteria_set_title: string;
            /** Issuing Decision */
            issuing_decision: string;
            /** Max Score */
            max_score: string;
            /** Self Total */
            self_total: string;
            /** Fields */
            fields: components["schemas"]["ReportFieldOut"][];
            /** Rows */
            rows: components["schemas"]["ReportRowOut"][];
            /** Without Evidence */
            without_evidence: components["schemas"]["ReportWithoutEvidenceOut"][];
        };
        /**
         * ReportRowOut
         * @description Một dòng của phụ lục; `item` là mã của tiêu chí hoặc mục điểm, trống ở dòng gộp. Ô điểm trống như trong bản in.
         */
        ReportRowOut: {
            /** Item */
            item: string | null;
            /** Number */
            number: string;
            /** Level */
            level: string;
            /** Title */
            title: string;
            /** Max Score */
            max_score: string | null;
            /** Declared */
            declared: string;
            /** Self Score */
            self_score: string | null;
            /** Evidence */
            evidence: components["schemas"]["ReportEvidenceOut"][];
            /** Explanation */
            explanation: string;
        };
        /**
         * ReportWithoutEvidenceOut
         * @description Một tiêu chí chỉ có giải trình, không có tài liệu kiểm chứng.
         */
        ReportWithoutEvidenceOut: {
            /** Number */
            number: string;
            /** Title */
            title: string;
            /** Explanation */
            explanation: string;
        };
        /**
         * ReportedOut
         * @description Nội dung của một tiêu chí như báo cáo nêu.
         */
        ReportedOut: {
            /** Declared */
            declared: string;
            /** Self Score */
            self_score: string | null;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: string[];
        };
        /** ResponseCorrectionIn */
        ResponseCorrectionIn: {
            /** Unit Code */
            unit_code: string;
            /** Form */
            form: string;
            /** Valid */
            valid: string;
            /** Reason */
            reason: string;
        };
        /** ResponseLineIn */
        ResponseLineIn: {
            /** Unit Code */
            unit_code: string;
            /** Form */
            form: string;
            /** Valid */
            valid: string;
        };
        /** ResponsesIn */
        ResponsesIn: {
            /** Lines */
            lines: components["schemas"]["ResponseLineIn"][];
        };
        /** RevokeIn */
        RevokeIn: {
            /** Reason */
            reason: string;
        };
        /**
         * SelfAssessmentPhaseIn
         * @description Giai đoạn tự đánh giá: từ, thời hạn, và thời điểm cuối nhận nộp chậm (mặc định bằng thời hạn).
         */
        SelfAssessmentPhaseIn: {
            /** From */
            from: string;
            /** To */
            to: string;
            /** Late Until */
            late_until?: string | null;
        };
        /**
         * SendingOut
         * @description Lần gửi giải trình vừa rồi: bao nhiêu trả lời, lúc nào.
         */
        SendingOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Version */
            version: number;
            /** Answers */
            answers: number;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
        };
        /** SetOfPeriod */
        SetOfPeriod: {
            /**
             * Criteria Set Id
             * Format: uuid
             */
            criteria_set_id: string;
            /** Code */
            code: string;
            /** Fingerprint */
            fingerprint: string;
        };
        /**
         * ShareIn
         * @description Một tiêu chí và đơn vị trực thuộc được giao; để trống đơn vị là lấy lại.
         */
        ShareIn: {
            /** Item */
            item: string;
            /** Sub Unit Code */
            sub_unit_code: string | null;
        };
        /**
         * SharesIn
         * @description Những tiêu chí giao hoặc lấy lại cùng lúc.
         */
        SharesIn: {
            /** Lines */
            lines: components["schemas"]["ShareIn"][];
        };
        /**
         * SharingHistoryOut
         * @description Các lần giao và lấy lại tiêu chí của phiếu, mới nhất trước.
         */
        SharingHistoryOut: {
            /** Items */
            items: components["schemas"]["LeafGivingOut"][];
        };
        /**
         * SharingOut
         * @description Các đơn vị trực thuộc, tiêu chí đã giao, và lúc này có giao được không.
         */
        SharingOut: {
            /** Sub Units */
            sub_units: components["schemas"]["SubUnitOut"][];
            /** Items */
            items: components["schemas"]["GivenLeafOut"][];
            /** May Give */
            may_give: boolean;
        };
        /**
         * SheetAmendmentOut
         * @description Một quyết định sửa đổi và việc nó làm với phiếu: `rescored` tính lại điểm, `emptied` phải kê khai lại vì số liệu cũ không hợp,
         *     `gone` không còn trong bộ tiêu chí, `restored` trở lại với số liệu trước đây.
         */
        SheetAmendmentOut: {
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
            /** Set Code */
            set_code: string;
            /**
             * From Set Id
             * Format: uuid
             */
            from_set_id: string;
            /**
             * To Set Id
             * Format: uuid
             */
            to_set_id: string;
            /** From Version */
            from_version: number;
            /** To Version */
            to_version: number;
            decision: components["schemas"]["DecisionOut"];
            /** Reason */
            reason: string;
            /** Deadline */
            deadline: string | null;
            items: components["schemas"]["AmendedItemsOut"];
            /**
             * Amended At
             * Format: date-time
             */
            amended_at: string;
            /** Amended By Name */
            amended_by_name: string;
            /** Status Before */
            status_before: string;
            /** Status After */
            status_after: string;
            /** Rescored */
            rescored: string[];
            /** Emptied */
            emptied: string[];
            /** Gone */
            gone: string[];
            /** Restored */
            restored: string[];
        };
        /**
         * SheetAmendmentsOut
         * @description Các quyết định sửa đổi mà phiếu đã qua, mới nhất trước.
         */
        SheetAmendmentsOut: {
            /** Items */
            items: components["schemas"]["SheetAmendmentOut"][];
        };
        /**
         * SheetOfPeriod
         * @description One sheet: one unit, one set; name, type and group of the unit as they were when the period opened.
         */
        SheetOfPeriod: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /**
             * Criteria Set Id
             * Format: uuid
             */
            criteria_set_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Unit Type */
            unit_type: string;
            /** Ranking Group */
            ranking_group: string;
        };
        /**
         * SheetOut
         * @description Phiếu chấm điểm của một đơn vị; `version` đổi khi trạng thái của phiếu đổi, mỗi tiêu chí có phiên bản riêng.
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
            /**
             * Criteria Set Id
             * Format: uuid
             */
            criteria_set_id: string;
            /** Set Code */
            set_code: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Program */
            program: string;
            /** Year */
            year: number;
            /** Rehearsal */
            rehearsal: boolean;
            /** Status */
            status: string;
            /** Version */
            version: number;
            /** Items */
            items: components["schemas"]["chamdiem_assessment__sheet__bodies__AnswerOut"][];
            /**
             * Given Items
             * @description Với đơn vị trực thuộc: những mục được giao; trống là cả phiếu
             */
            given_items: string[] | null;
            /** Self Total */
            self_total: string;
            /** Missing Count */
            missing_count: number;
            /** Missing */
            missing: components["schemas"]["MissingKeyOut"][];
            read_only: components["schemas"]["ReadOnlyOut"] | null;
            /** Clock At */
            clock_at: string | null;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
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
            /** Exported Fingerprint */
            exported_fingerprint: string | null;
            /** Report Fingerprint */
            report_fingerprint: string | null;
            /** Approved At */
            approved_at: string | null;
            /** Signed Report Id */
            signed_report_id: string | null;
            /** Sent At */
            sent_at: string | null;
            /** Allowed Actions */
            allowed_actions: string[];
        };
        /**
         * SheetRef
         * @description Phiếu chấm điểm nhìn từ ngoài: trạng thái và tỷ lệ tiêu chí đã kê khai, không có số liệu và điểm.
         */
        SheetRef: {
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
            /** Unit Type */
            unit_type: string;
            /** Ranking Group */
            ranking_group: string;
            /** Status */
            status: string;
            /** Sent At */
            sent_at: string | null;
            /** Late */
            late: boolean;
            /** Complete Percent */
            complete_percent: number;
        };
        /**
         * SignedReportIn
         * @description Tệp PDF báo cáo đã ký, đã được nhận trong kho của đơn vị.
         */
        SignedReportIn: {
            /**
             * Evidence Id
             * Format: uuid
             */
            evidence_id: string;
        };
        /**
         * StateChangeOut
         * @description Một lần đổi trạng thái của phiếu.
         */
        StateChangeOut: {
            /** Version */
            version: number;
            /** Act */
            act: string;
            /** Status */
            status: string;
            /** Reason */
            reason: string;
            /** Report Fingerprint */
            report_fingerprint: string | null;
            /**
             * Changed By
             * Format: uuid
             */
            changed_by: string;
            /** Changed By Name */
            changed_by_name: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * StateHistoryOut
         * @description Các lần đổi trạng thái của phiếu, từ cũ đến mới.
         */
        StateHistoryOut: {
            /** Items */
            items: components["schemas"]["StateChangeOut"][];
        };
        /**
         * StateOut
         * @description Trạng thái của phiếu sau một thao tác.
         */
        StateOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Status */
            status: string;
            /** Version */
            version: number;
            /** Changed At */
            changed_at: string | null;
            /** Report Fingerprint */
            report_fingerprint: string | null;
            /** Signed Report Id */
            signed_report_id: string | null;
        };
        /**
         * StepOut
         * @description Một việc với phiếu; `refusal` trống: làm được ngay.
         */
        StepOut: {
            /** Act */
            act: string;
            refusal: components["schemas"]["RefusalOut"] | null;
        };
        /**
         * StepsOut
         * @description Những việc với phiếu lúc này; `days_late` là số ngày làm việc bị coi là muộn nếu gửi ngay, `recall_until` là hạn thu hồi.
         */
        StepsOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Days Late */
            days_late: number;
            /** Recall Until */
            recall_until: string | null;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
        };
        /**
         * SubUnitOut
         * @description Một đơn vị trực thuộc.
         */
        SubUnitOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * SurveyAnswerIn
         * @description Phiếu trả lời: phương án chọn theo mã câu hỏi, và ý kiến theo mã câu hỏi mở.
         */
        SurveyAnswerIn: {
            /** Consent */
            consent: boolean;
            /** Chosen */
            chosen: {
                [key: string]: string;
            };
            /**
             * Written
             * @default {}
             */
            written: {
                [key: string]: string;
            };
        };
        /** SurveyCorrectionOut */
        SurveyCorrectionOut: {
            /** Form */
            form: string;
            /** Question */
            question: string | null;
            /** Option */
            option: string | null;
            /** Before */
            before: number;
            /** After */
            after: number;
            /** Reason */
            reason: string;
            /**
             * Corrected By
             * Format: uuid
             */
            corrected_by: string;
            /**
             * Corrected At
             * Format: date-time
             */
            corrected_at: string;
        };
        /**
         * SurveyNumberOut
         * @description Một số liệu đã nhập: số phiếu hợp lệ, hoặc (có `question`, `option`) số người chọn phương án.
         */
        SurveyNumberOut: {
            /** Unit Code */
            unit_code: string;
            /** Form */
            form: string;
            /** Question */
            question: string | null;
            /** Option */
            option: string | null;
            /** Value */
            value: number;
            /** Version */
            version: number;
        };
        /**
         * SurveyOfUnitOut
         * @description Số liệu khảo sát của một đơn vị: đã nhập từ phiếu giấy, các lần sửa, và câu trả lời trên mạng.
         */
        SurveyOfUnitOut: {
            /** Numbers */
            numbers: components["schemas"]["SurveyNumberOut"][];
            /** Corrections */
            corrections: components["schemas"]["SurveyCorrectionOut"][];
            /** Answered */
            answered: components["schemas"]["AnsweredHereOut"][];
        };
        /**
         * SurveyProgressOut
         * @description Tiến độ nhập số liệu của đợt khảo sát, theo phiếu rồi theo đơn vị của các kỳ đánh giá.
         */
        SurveyProgressOut: {
            /** Lines */
            lines: components["schemas"]["FormOfUnitOut"][];
        };
        /** TotalCorrectionIn */
        TotalCorrectionIn: {
            /** Unit Code */
            unit_code: string;
            /** Form */
            form: string;
            /** Question */
            question: string;
            /** Option */
            option: string;
            /** Count */
            count: string;
            /** Reason */
            reason: string;
        };
        /** TotalLineIn */
        TotalLineIn: {
            /** Unit Code */
            unit_code: string;
            /** Form */
            form: string;
            /** Question */
            question: string;
            /** Option */
            option: string;
            /** Count */
            count: string;
        };
        /** TotalsIn */
        TotalsIn: {
            /** Lines */
            lines: components["schemas"]["TotalLineIn"][];
        };
        /**
         * TouchedAppraisalOut
         * @description Một cơ quan có mục thay đổi: mục mới phải chấm, mục mà điểm không còn phù hợp thì bị bỏ; `is_sent`: đã gửi, sẽ được mở lại khi có.
         */
        TouchedAppraisalOut: {
            /** Appraiser Code */
            appraiser_code: string;
            /** Title */
            title: string;
            /** Is Sent */
            is_sent: boolean;
            /** Added */
            added: string[];
            /** Changed */
            changed: string[];
            /** Removed */
            removed: string[];
        };
        /**
         * TouchedSheetOut
         * @description Một phiếu sẽ thay đổi; `items` chỉ nêu với phiếu đã gửi: rescored, emptied, gone, restored.
         */
        TouchedSheetOut: {
            /**
             * Sheet Id
             * Format: uuid
             */
            sheet_id: string;
            /** Unit Code */
            unit_code: string;
            /** Unit Name */
            unit_name: string;
            /** Status */
            status: string;
            /** Goes Back */
            goes_back: boolean;
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Items */
            items: {
                [key: string]: string[];
            } | null;
        };
        /**
         * UploadOut
         * @description Địa chỉ và các tiêu đề của lệnh PUT để tải nội dung tệp lên; chỉ nhận đúng dung lượng đã khai báo.
         */
        UploadOut: {
            /** Url */
            url: string;
            /** Headers */
            headers: {
                [key: string]: string;
            };
        };
        /**
         * WholeDocumentOut
         * @description Một phiên bản với nội dung: `document` là cây chuẩn hóa (số viết thành chuỗi), `source` là văn bản đã nhập.
         */
        WholeDocumentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /**
             * Title
             * @default
             */
            title: string;
            /** Program */
            program?: string | null;
            /**
             * Unit Types
             * @default []
             */
            unit_types: string[];
            /** Version Number */
            version_number: number;
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "published";
            /**
             * Media Type
             * @enum {string}
             */
            media_type: "yaml" | "json";
            /** Fingerprint */
            fingerprint: string | null;
            /** Survey Forms Id */
            survey_forms_id: string | null;
            /** Faults */
            faults: components["schemas"]["FindingOut"][];
            /** Warnings */
            warnings: components["schemas"]["FindingOut"][];
            decision: components["schemas"]["DecisionOut"] | null;
            /** Published At */
            published_at: string | null;
            /** Version */
            version: number;
            /** Document */
            document: {
                [key: string]: unknown;
            } | null;
            /** Source */
            source: string;
        };
        /**
         * WindowOut
         * @description Thời gian giải trình sau một vòng thẩm định; trả lời được đến hết `closes_at`.
         */
        WindowOut: {
            /** Round */
            round: number;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Open */
            open: boolean;
        };
        /**
         * WorkbookIn
         * @description Tệp XLSX dạng base64, theo mẫu của tệp tải về; kèm phiên bản phiếu khảo sát mà tiêu chí khảo sát dùng.
         */
        WorkbookIn: {
            /** Content */
            content: string;
            /** Survey Forms Id */
            survey_forms_id?: string | null;
        };
        /**
         * WrittenReviewOut
         * @description Kết quả kiểm tra kèm nội dung đọc được: `document` là cây chuẩn hóa (số viết thành chuỗi), `text` là văn bản YAML của cây đó.
         */
        WrittenReviewOut: {
            /** Code */
            code: string;
            /** Fingerprint */
            fingerprint: string | null;
            /** Faults */
            faults: components["schemas"]["FindingOut"][];
            /** Warnings */
            warnings: components["schemas"]["FindingOut"][];
            /** Document */
            document: {
                [key: string]: unknown;
            } | null;
            /** Text */
            text: string;
        };
        /**
         * AnswerIn
         * @description Giải trình một tiêu chí: lời giải trình, tài liệu bổ sung, hoặc cả hai.
         */
        chamdiem_assessment__clarification__routes__AnswerIn: {
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Evidence
             * @description Mã các tệp tài liệu đã được nhận
             */
            evidence?: string[];
        };
        /**
         * AnswerOut
         * @description Giải trình đã lưu; `sent_at` trống: lãnh đạo đơn vị chưa gửi.
         */
        chamdiem_assessment__clarification__routes__AnswerOut: {
            /** Text */
            text: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOfItemOut"][];
            /** Version */
            version: number;
            /**
             * Saved By
             * Format: uuid
             */
            saved_by: string;
            /** Saved By Name */
            saved_by_name: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /** Sent At */
            sent_at: string | null;
        };
        /**
         * AnswerIn
         * @description Số liệu kê khai của một tiêu chí hoặc mục điểm; chỉ điền trường mà cách chấm của tiêu chí dùng.
         */
        chamdiem_assessment__sheet__bodies__AnswerIn: {
            /** Option */
            option?: string | null;
            /** Numerator */
            numerator?: string | null;
            /** Denominator */
            denominator?: string | null;
            /** Count */
            count?: string | null;
            /**
             * Not Applicable
             * @default false
             */
            not_applicable: boolean;
            /**
             * Explanation
             * @default
             */
            explanation: string;
            /**
             * Evidence
             * @description Mã các tệp tài liệu kiểm chứng đã được nhận
             */
            evidence?: string[];
            /**
             * Unfinished
             * @description Lưu cả khi số liệu kê khai chưa đủ: phần đã có được giữ, tiêu chí vẫn tính là còn thiếu
             * @default false
             */
            unfinished: boolean;
            /**
             * Criteria Set Id
             * @description Phiên bản bộ tiêu chí mà người nhập đang xem; mục đã được sửa đổi từ phiên bản ấy thì bị từ chối (409)
             */
            criteria_set_id?: string | null;
        };
        /**
         * AnswerOut
         * @description Số liệu đã lưu của một tiêu chí; `self_score` trống với đề nghị không áp dụng và mục điểm thưởng, điểm trừ.
         */
        chamdiem_assessment__sheet__bodies__AnswerOut: {
            /** Item */
            item: string;
            /** Option */
            option: string | null;
            /** Numerator */
            numerator: string | null;
            /** Denominator */
            denominator: string | null;
            /** Count */
            count: string | null;
            /** Not Applicable */
            not_applicable: boolean;
            /** Is Claim */
            is_claim: boolean;
            /** Self Score */
            self_score: string | null;
            /** Explanation */
            explanation: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOfItemOut"][];
            /** Version */
            version: number;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * Saved By
             * Format: uuid
             */
            saved_by: string;
            /** Saved By Name */
            saved_by_name: string;
            /** Warnings */
            warnings: string[];
        };
        /**
         * BatchOut
         * @description Kết quả lưu nhiều dòng; `versions` là phiên bản mới của từng tiêu chí đã lưu.
         */
        chamdiem_assessment__sheet__bodies__BatchOut: {
            /** Saved */
            saved: number;
            /** Refused */
            refused: components["schemas"]["chamdiem_assessment__sheet__bodies__RefusedLineOut"][];
            /** Versions */
            versions: {
                [key: string]: number;
            };
        };
        /**
         * RefusedLineOut
         * @description Một dòng bị từ chối: vị trí từ 0, cột đầu tiên có lỗi, và lỗi.
         */
        chamdiem_assessment__sheet__bodies__RefusedLineOut: {
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
         * BatchOut
         * @description Số dòng đã lưu và các dòng bị từ chối, theo thứ tự.
         */
        chamdiem_assessment__survey_campaign__bodies__BatchOut: {
            /** Saved */
            saved: number;
            /** Refused */
            refused: components["schemas"]["chamdiem_assessment__survey_campaign__bodies__RefusedLineOut"][];
        };
        /** RefusedLineOut */
        chamdiem_assessment__survey_campaign__bodies__RefusedLineOut: {
            /** Index */
            index: number;
            /** Column */
            column: string;
            /** Problem */
            problem: {
                [key: string]: unknown;
            };
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
    save_item: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                sheet_id: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["chamdiem_assessment__sheet__bodies__AnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["chamdiem_assessment__sheet__bodies__AnswerOut"];
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
    list_own_sheets: {
        parameters: {
            query?: {
                program?: ("par_index" | "task_completion") | null;
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
                    "application/json": components["schemas"]["Page_OwnSheetOut_"];
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
    show_sheet: {
        parameters: {
            query?: {
                /** @description Chỉ kèm số liệu được lưu từ thời điểm này */
                since?: string | null;
            };
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
    save_items: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["chamdiem_assessment__sheet__bodies__BatchOut"];
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
                    "application/json": components["schemas"]["MissingListOut"];
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
    list_history: {
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
                    "application/json": components["schemas"]["Page_AnswerVersionOut_"];
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
    list_state_history: {
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
                    "application/json": components["schemas"]["StateHistoryOut"];
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
    submit_sheet: {
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
                    "application/json": components["schemas"]["StateOut"];
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
    return_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
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
                    "application/json": components["schemas"]["StateOut"];
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
    show_last_year: {
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
                    "application/json": components["schemas"]["LastYearOut"];
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
    export_declared: {
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
            /** @description Bảng tính */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    import_declared: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclaredFileIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredImported"];
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
    show_sharing: {
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
                    "application/json": components["schemas"]["SharingOut"];
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
    give_leaves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingOut"];
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
    show_sharing_history: {
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
                    "application/json": components["schemas"]["SharingHistoryOut"];
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
    read_criteria_workbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkbookIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadWorkbookOut"];
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
    download_criteria_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                criteria_set_id: string;
                file_format: components["schemas"]["FileFormat"];
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
    validate_criteria_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CriteriaSetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenReviewOut"];
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
    list_criteria_sets: {
        parameters: {
            query?: {
                /** @description Chỉ các phiên bản của mã này */
                code?: string | null;
                /** @description Chỉ phiên bản có mã băm này */
                fingerprint?: string | null;
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
                    "application/json": components["schemas"]["Page_DocumentOut_"];
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
    draft_criteria_set: {
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
                "application/json": components["schemas"]["CriteriaSetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
    show_criteria_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                criteria_set_id: string;
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
                    "application/json": components["schemas"]["WholeDocumentOut"];
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
    change_criteria_set: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                criteria_set_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CriteriaSetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
    publish_criteria_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                criteria_set_id: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
    compare_criteria_sets: {
        parameters: {
            query: {
                to: string;
            };
            header?: never;
            path: {
                criteria_set_id: string;
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
                    "application/json": components["schemas"]["DifferenceOut"];
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
    list_proposals: {
        parameters: {
            query?: {
                status?: ("open" | "accepted" | "declined" | "withdrawn") | null;
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
                    "application/json": components["schemas"]["Page_ProposalOut_"];
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
    propose_change: {
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
                "application/json": components["schemas"]["ProposalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
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
    answer_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalAnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
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
    withdraw_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
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
                    "application/json": components["schemas"]["ProposalOut"];
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
    validate_survey_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenReviewOut"];
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
    list_survey_forms: {
        parameters: {
            query?: {
                /** @description Chỉ phiên bản có mã băm này */
                fingerprint?: string | null;
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
                    "application/json": components["schemas"]["Page_DocumentOut_"];
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
    draft_survey_forms: {
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
                "application/json": components["schemas"]["DocumentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
    show_survey_forms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_forms_id: string;
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
                    "application/json": components["schemas"]["WholeDocumentOut"];
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
    change_survey_forms: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                survey_forms_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
    publish_survey_forms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_forms_id: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
    compare_survey_forms: {
        parameters: {
            query: {
                to: string;
            };
            header?: never;
            path: {
                survey_forms_id: string;
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
                    "application/json": components["schemas"]["FormsDifferenceOut"];
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
    list_periods: {
        parameters: {
            query?: {
                program?: ("par_index" | "task_completion") | null;
                year?: number | null;
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
                    "application/json": components["schemas"]["Page_PeriodOut_"];
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
    plan_period: {
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
                "application/json": components["schemas"]["PeriodIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodOut"];
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
    show_period: {
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
                    "application/json": components["schemas"]["PeriodOut"];
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
    change_period: {
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
                "application/json": components["schemas"]["PeriodIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodOut"];
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
    check_opening: {
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
                    "application/json": components["schemas"]["OpeningOut"];
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
    open_period: {
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
                    "application/json": components["schemas"]["PeriodOut"];
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
    list_amendments: {
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
                    "application/json": components["schemas"]["PeriodAmendmentsOut"];
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
    amend_set: {
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
                "application/json": components["schemas"]["AmendmentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAmendmentOut"];
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
    preview_amendment: {
        parameters: {
            query: {
                /** @description Phiên bản kỳ đang dùng */
                from: string;
                /** @description Phiên bản mới đã ban hành */
                to: string;
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
                    "application/json": components["schemas"]["AmendmentPreviewOut"];
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
    list_amendments_of_sheet: {
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
                    "application/json": components["schemas"]["SheetAmendmentsOut"];
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
    close_period: {
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
                    "application/json": components["schemas"]["PeriodOut"];
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
    show_period_history: {
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
                    "application/json": components["schemas"]["Page_PeriodActOut_"];
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
    show_clock: {
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
    move_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockIn"];
            };
        };
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
    list_extensions: {
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
                    "application/json": components["schemas"]["Page_ExtensionOut_"];
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
    extend_deadline: {
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
                "application/json": components["schemas"]["ExtensionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionOut"];
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
    list_extension_requests: {
        parameters: {
            query?: {
                status?: ("open" | "granted" | "refused" | "withdrawn") | null;
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
                    "application/json": components["schemas"]["Page_ExtensionRequestOut_"];
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
    ask_extension: {
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
                "application/json": components["schemas"]["ExtensionRequestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionRequestOut"];
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
    refuse_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefusalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionRequestOut"];
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
    withdraw_extension_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
                request_id: string;
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
                    "application/json": components["schemas"]["ExtensionRequestOut"];
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
    list_survey_campaigns: {
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
                    "application/json": components["schemas"]["Page_CampaignOut_"];
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
    begin_survey_campaign: {
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
                "application/json": components["schemas"]["CampaignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
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
    show_survey_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
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
                    "application/json": components["schemas"]["CampaignOut"];
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
    change_survey_campaign: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignDatesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
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
    correct_survey_response: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseCorrectionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyNumberOut"];
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
    enter_survey_responses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponsesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["chamdiem_assessment__survey_campaign__bodies__BatchOut"];
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
    correct_survey_total: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotalCorrectionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyNumberOut"];
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
    enter_survey_totals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotalsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["chamdiem_assessment__survey_campaign__bodies__BatchOut"];
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
    close_survey_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
                form: string;
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
                    "application/json": components["schemas"]["CampaignOut"];
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
    close_survey_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
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
                    "application/json": components["schemas"]["CampaignOut"];
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
    reopen_survey_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
                form: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignOut"];
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
    show_survey_of_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
                unit_code: string;
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
                    "application/json": components["schemas"]["SurveyOfUnitOut"];
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
    show_survey_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
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
                    "application/json": components["schemas"]["SurveyProgressOut"];
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
    list_survey_links: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                campaign_id: string;
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
                    "application/json": components["schemas"]["Page_LinkBatchOut_"];
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
    make_survey_links: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinksIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksMadeOut"];
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
    revoke_survey_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkBatchOut"];
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
    show_form_of_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Mã của liên kết, phần sau dấu # của địa chỉ */
                "Survey-Token"?: string;
            };
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
                    "application/json": components["schemas"]["AskedFormOut"];
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
    answer_by_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Mã của liên kết, phần sau dấu # của địa chỉ */
                "Survey-Token"?: string;
                /** @description Khóa ngẫu nhiên của lần gửi */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyAnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerCountedOut"];
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
    list_own_survey_forms: {
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
                    "application/json": components["schemas"]["OwnFormsOut"];
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
    show_own_survey_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
                form: string;
                unit_code: string;
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
                    "application/json": components["schemas"]["AskedFormOut"];
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
    answer_own_survey_form: {
        parameters: {
            query?: never;
            header?: {
                /** @description Khóa ngẫu nhiên của lần gửi */
                "Idempotency-Key"?: string | null;
            };
            path: {
                campaign_id: string;
                form: string;
                unit_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyAnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerCountedOut"];
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
    list_sheets: {
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
                    "application/json": components["schemas"]["Page_SheetRef_"];
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
    export_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period_id: string;
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
                content: {
                    "text/csv; charset=utf-8": unknown;
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
    find_sheet: {
        parameters: {
            query: {
                /** @description Mã bộ tiêu chí */
                set: string;
                /** @description Mã đơn vị */
                unit: string;
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
                    "application/json": components["schemas"]["SheetRef"];
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
    export_declared_values: {
        parameters: {
            query?: {
                /** @description Mã nhóm xếp hạng; trống là mọi nhóm */
                group?: string | null;
            };
            header?: never;
            path: {
                period_id: string;
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
                content: {
                    "text/csv; charset=utf-8": unknown;
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
    list_evidence: {
        parameters: {
            query: {
                period_id: string;
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
                    "application/json": components["schemas"]["Page_EvidenceOut_"];
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
    announce_evidence: {
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
                "application/json": components["schemas"]["EvidenceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedOut"];
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
    tell_uploaded: {
        parameters: {
            query?: {
                /** @description Chờ kết quả kiểm tra tối đa bao nhiêu giây */
                wait_s?: number;
            };
            header?: never;
            path: {
                evidence_id: string;
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
                    "application/json": components["schemas"]["EvidenceOut"];
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
    show_limits: {
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
                    "application/json": components["schemas"]["LimitsOut"];
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
    show_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence_id: string;
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
                    "application/json": components["schemas"]["EvidenceOut"];
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
    give_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence_id: string;
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
                    "application/json": components["schemas"]["LinkOut"];
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
    read_report: {
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
                    "application/json": components["schemas"]["ReportOut"];
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
    export_report: {
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
                    "application/json": components["schemas"]["ExportOut"];
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
    print_report: {
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
                    /** @description Mã kiểm tra (SHA-256) của nội dung được in */
                    "X-Report-Fingerprint"?: string;
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
    approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateOut"];
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
    void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
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
                    "application/json": components["schemas"]["StateOut"];
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
    attach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedReportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateOut"];
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
    show_changes: {
        parameters: {
            query?: {
                /** @description Phiên bản của một lần đổi trạng thái; mặc định: lần trả lại cuối */
                since?: number | null;
            };
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
                    "application/json": components["schemas"]["ChangesOut"];
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
    list_steps: {
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
                    "application/json": components["schemas"]["StepsOut"];
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
    send_sheet: {
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
                    "application/json": components["schemas"]["ReceiptOut"];
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
    recall_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_id: string;
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
                    "application/json": components["schemas"]["StateOut"];
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
    show_receipt: {
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
                    "application/json": components["schemas"]["ReceiptOut"];
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
    list_clarifications: {
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
                    "application/json": components["schemas"]["ClarificationsOut"];
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
    answer_question: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                sheet_id: string;
                /** @description Vòng thẩm định đã hỏi */
                round: number;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["chamdiem_assessment__clarification__routes__AnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionOut"];
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
    send_answers: {
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
